package io.airouter.wire;

/**
 * A packet that breaks its protocol's rules: where ({@link #offset()}, octets from the start of the
 * datagram), in which field, and which section of which RFC says so.
 *
 * <p>The peer is at fault, never the router: it costs a counter and carries no stack trace, so that
 * a flood of bad packets stays cheap.
 */
public final class MalformedPacketException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int offset;
  private final String field;
  private final String section;

  /**
   * @param offset octets from the start of the datagram
   * @param field the field's name as the RFC spells it
   * @param section the rule broken, such as {@code RFC 9301 §5.2}
   * @param reason what is wrong, for the log
   */
  public MalformedPacketException(int offset, String field, String section, String reason) {
    super(field + " at octet " + offset + ": " + reason + " (" + section + ")", null, false, false);
    this.offset = offset;
    this.field = field;
    this.section = section;
  }

  public int offset() {
    return offset;
  }

  public String field() {
    return field;
  }

  public String section() {
    return section;
  }
}
