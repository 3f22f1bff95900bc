package io.airouter.wire;

/**
 * A message that does not fit the packet it is written to; the writer decides what to leave out.
 */
public final class PacketTooLargeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param limit the packet's size limit in octets
   */
  public PacketTooLargeException(int limit) {
    super("the message does not fit " + limit + " octets", null, false, false);
  }
}
