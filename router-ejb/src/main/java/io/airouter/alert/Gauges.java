package io.airouter.alert;

/** Reads all metrics of this node at once, from memory. */
@FunctionalInterface
public interface Gauges {
  Readings read();
}
