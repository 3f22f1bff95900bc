package io.airouter.lisp;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * "Where is this EID?" (RFC 9301 §5.2). The M and I bits of the packet are the presence of {@code
 * sourceMapping} and {@code xtrIdentity}.
 *
 * @param flags the named bits
 * @param nonce 64 random bits, returned in the Map-Reply
 * @param sourceEid whose packet caused the question; {@link NoAddress} when none did
 * @param itrRlocs where the Map-Reply may be sent, 1..32 addresses
 * @param records what is asked, at most 255; a sender asks one, and none has no answer
 * @param sourceMapping the sender's own mapping, unverified
 * @param xtrIdentity the subscriber (RFC 9437)
 */
public record MapRequest(
    Flags flags,
    long nonce,
    LispAddress sourceEid,
    List<LispAddress> itrRlocs,
    List<EidRecord> records,
    Optional<MappingRecord> sourceMapping,
    Optional<XtrIdentity> xtrIdentity)
    implements LispMessage {
  public static final int TYPE = 1;
  public static final int MAX_ITR_RLOCS = 32;

  public MapRequest {
    Objects.requireNonNull(flags);
    Objects.requireNonNull(sourceEid);
    itrRlocs = List.copyOf(itrRlocs);
    if (itrRlocs.isEmpty() || itrRlocs.size() > MAX_ITR_RLOCS) {
      throw new IllegalArgumentException(itrRlocs.size() + " ITR-RLOCs");
    }
    records = List.copyOf(records);
    if (records.size() > 255) {
      throw new IllegalArgumentException(records.size() + " records");
    }
    Objects.requireNonNull(sourceMapping);
    Objects.requireNonNull(xtrIdentity);
  }

  /** A plain question about one EID-Prefix. */
  public static MapRequest of(long nonce, EidPrefix eid, LispAddress itrRloc) {
    return new MapRequest(
        Flags.NONE,
        nonce,
        NoAddress.NONE,
        List.of(itrRloc),
        List.of(new EidRecord(false, eid)),
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public int type() {
    return TYPE;
  }

  /**
   * One EID-Prefix asked for.
   *
   * @param notificationRequested N: the sender subscribes to its changes (RFC 9437)
   * @param eid the prefix
   */
  public record EidRecord(boolean notificationRequested, EidPrefix eid) {
    public EidRecord {
      Objects.requireNonNull(eid);
    }
  }

  /**
   * The bits of a Map-Request.
   *
   * @param authoritative A: the site itself shall answer
   * @param probe P: a probe of an RLOC, never for a Map-Server
   * @param solicitMapRequest S: "ask me again"
   * @param pitr p: sent by a Proxy ITR
   * @param smrInvoked s: caused by a solicitation
   * @param localXtr L: the sender is of the destination site
   * @param dontMapReply D: no Map-Reply wanted
   */
  public record Flags(
      boolean authoritative,
      boolean probe,
      boolean solicitMapRequest,
      boolean pitr,
      boolean smrInvoked,
      boolean localXtr,
      boolean dontMapReply) {
    /** No bit set. */
    public static final Flags NONE = new Flags(false, false, false, false, false, false, false);

    /** What an xTR is sent so that it asks anew and refreshes its Map-Cache (RFC 9301 §6.1). */
    public static final Flags SOLICITATION =
        new Flags(false, false, true, false, false, false, true);
  }
}
