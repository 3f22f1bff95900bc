package io.airouter.lisp;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The Map-Server confirms a registration, or tells of a changed mapping (RFC 9301 §5.7).
 *
 * @param nonce that of the message it answers, or one above the last notification's
 * @param authentication the signature
 * @param records the mappings, 1..255
 * @param xtrIdentity the xTR that registered, when it said who it is
 */
public record MapNotify(
    long nonce,
    Authentication authentication,
    List<MappingRecord> records,
    Optional<XtrIdentity> xtrIdentity)
    implements LispMessage {
  public static final int TYPE = 4;

  public MapNotify {
    Objects.requireNonNull(authentication);
    records = List.copyOf(records);
    if (records.isEmpty() || records.size() > 255) {
      throw new IllegalArgumentException(records.size() + " records");
    }
    Objects.requireNonNull(xtrIdentity);
  }

  /**
   * The confirmation of {@code register} with the mappings that now hold: same nonce, key,
   * algorithm and length of authentication data, to be signed when encoded.
   */
  public static MapNotify confirming(MapRegister register, List<MappingRecord> records) {
    return new MapNotify(
        register.nonce(), register.authentication().toUnsigned(), records, register.xtrIdentity());
  }

  @Override
  public int type() {
    return TYPE;
  }
}
