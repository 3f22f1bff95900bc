package io.airouter.simulator;

import java.io.IOException;

/** An exchange is cut because its endpoint hung or stopped, as opposed to a client gone away. */
final class EndpointStoppedException extends IOException {

  private static final long serialVersionUID = 1L;

  EndpointStoppedException(String reason) {
    super(reason);
  }
}
