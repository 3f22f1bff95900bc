package io.airouter.admin;

import io.airouter.access.ApiKey;
import java.time.Instant;

/** An API key in the list. */
public record KeyRow(
    String id,
    String name,
    String prefix,
    StatusMark mark,
    String createdBy,
    String created,
    String expires,
    String used,
    boolean inUse) {
  static KeyRow of(ApiKey key, Instant now) {
    return new KeyRow(
        key.id(),
        key.name(),
        key.prefix(),
        mark(key, now),
        key.createdBy(),
        Figures.dayAndTime(key.createdAt()),
        key.expiresAt().map(Figures::dayAndTime).orElse("never"),
        key.lastUsedAt().map(Figures::dayAndTime).orElse("never"),
        key.isValidAt(now));
  }

  private static StatusMark mark(ApiKey key, Instant now) {
    if (!key.enabled()) {
      return StatusMark.idle("Revoked");
    }
    return key.isValidAt(now) ? StatusMark.ok("Valid") : StatusMark.warn("Expired");
  }
}
