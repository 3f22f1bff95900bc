package io.airouter.lisp;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The receiver confirms a Map-Notify (RFC 9301 §5.7).
 *
 * @param nonce that of the message it answers, or one above the last notification's
 * @param authentication the signature
 * @param records the mappings, 1..255
 * @param xtrIdentity the xTR that registered, when it said who it is
 */
public record MapNotifyAck(
    long nonce,
    Authentication authentication,
    List<MappingRecord> records,
    Optional<XtrIdentity> xtrIdentity)
    implements LispMessage {
  public static final int TYPE = 5;

  public MapNotifyAck {
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
}
