package io.airouter.mapserver;

/** Whether the LISP control port is open, and where; {@code address} is {@code host:port}. */
public interface LispListening {
  boolean open();

  String address();
}
