package io.airouter.simulator;

import java.util.Locale;

/** How an endpoint meets a connection. */
public enum EndpointState {
  /** Accepts and answers. */
  OK,
  /** Does not listen: the kernel refuses the connection. */
  REFUSE,
  /** Accepts, reads, and never answers. */
  HANG;

  /** The name as the control server writes it. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
