package io.airouter.lisp;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A site tells the Map-Server its mappings (RFC 9301 §5.6). The I bit of the packet is the presence
 * of {@code xtrIdentity}. That the signature holds is not part of this value: it is verified over
 * the packet.
 *
 * @param flags the named bits
 * @param nonce rises with each message of an xTR and key
 * @param authentication the signature
 * @param records the mappings, 1..255
 * @param xtrIdentity which xTR of the site speaks
 */
public record MapRegister(
    Flags flags,
    long nonce,
    Authentication authentication,
    List<MappingRecord> records,
    Optional<XtrIdentity> xtrIdentity)
    implements LispMessage {
  public static final int TYPE = 3;

  public MapRegister {
    Objects.requireNonNull(flags);
    Objects.requireNonNull(authentication);
    records = List.copyOf(records);
    if (records.isEmpty() || records.size() > 255) {
      throw new IllegalArgumentException(records.size() + " records");
    }
    Objects.requireNonNull(xtrIdentity);
  }

  @Override
  public int type() {
    return TYPE;
  }

  /**
   * The bits of a Map-Register.
   *
   * @param proxyMapReply P: the Map-Server answers for the site
   * @param lispSec S: the ETR does LISP-SEC
   * @param eidNotify E: sent on behalf of a discovered EID
   * @param useTtl T: the registration lives as long as the record's TTL
   * @param merge a: Locators of the site's xTRs are merged
   * @param wantMapNotify M: a Map-Notify is wanted
   */
  public record Flags(
      boolean proxyMapReply,
      boolean lispSec,
      boolean eidNotify,
      boolean useTtl,
      boolean merge,
      boolean wantMapNotify) {
    /** No bit set. */
    public static final Flags NONE = new Flags(false, false, false, false, false, false);

    /** The usual registration: the Map-Server answers and confirms. */
    public static final Flags PROXY_AND_NOTIFY = new Flags(true, false, false, false, false, true);
  }
}
