package io.airouter.alert;

/** Tells the outside of an alert that fired or was resolved; neither waits nor throws. */
@FunctionalInterface
public interface Notifier {
  void tell(Alert alert);
}
