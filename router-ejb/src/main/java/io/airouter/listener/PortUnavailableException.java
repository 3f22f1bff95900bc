package io.airouter.listener;

import java.net.InetSocketAddress;

/**
 * A port could not be opened. The message is for the operator: it names the port and the variable
 * that chooses another one.
 */
public final class PortUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param plane what the port is for, such as {@code DNS over UDP}
   * @param variable the environment variable that sets the port
   */
  public PortUnavailableException(
      String plane, InetSocketAddress address, String variable, Throwable cause) {
    super(
        "%s cannot open port %d on %s (%s). Free the port or choose another one with %s."
            .formatted(
                plane,
                address.getPort(),
                address.getAddress().getHostAddress(),
                cause.getMessage(),
                variable),
        cause);
  }
}
