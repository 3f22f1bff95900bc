package io.airouter.lisp;

import java.util.List;
import java.util.Objects;

/**
 * The answer to a Map-Request (RFC 9301 §5.4).
 *
 * @param flags the named bits
 * @param nonce that of the Map-Request
 * @param records the mappings, at most 255
 * @param lispSec the LISP-SEC authentication data (RFC 9303 §6.2), empty without the S bit
 */
public record MapReply(Flags flags, long nonce, List<MappingRecord> records, Octets lispSec)
    implements LispMessage {
  public static final int TYPE = 2;

  public MapReply {
    Objects.requireNonNull(flags);
    records = List.copyOf(records);
    if (records.size() > 255) {
      throw new IllegalArgumentException(records.size() + " records");
    }
    if (!flags.security() && lispSec.length() > 0) {
      throw new IllegalArgumentException("authentication data without the S bit");
    }
  }

  /** A plain answer. */
  public static MapReply of(long nonce, List<MappingRecord> records) {
    return new MapReply(Flags.NONE, nonce, records, Octets.EMPTY);
  }

  @Override
  public int type() {
    return TYPE;
  }

  /**
   * The bits of a Map-Reply.
   *
   * @param probe P: answers an RLOC-probe
   * @param echoNonce E: the site is echo-nonce capable
   * @param security S: authentication data follows the records
   */
  public record Flags(boolean probe, boolean echoNonce, boolean security) {
    /** No bit set. */
    public static final Flags NONE = new Flags(false, false, false);
  }
}
