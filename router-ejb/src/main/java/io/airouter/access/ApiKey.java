package io.airouter.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What an application shows to be let into the gateway: {@code air_<prefix>_<random>}. The secret
 * has 256 random bits, so that a plain SHA-256 hash, kept in its place, tells nothing about it; the
 * prefix is not secret and lets people recognise a key.
 *
 * @param prefix 8 hexadecimal digits, distinct for practical purposes
 * @param hash SHA-256 of the whole secret, hexadecimal
 * @param expiresAt when it ends by itself
 * @param enabled false once revoked, for ever
 * @param lastUsedAt to the minute; empty for a key that was never used
 */
public record ApiKey(
    String id,
    String name,
    String prefix,
    String hash,
    String createdBy,
    Instant createdAt,
    Optional<Instant> expiresAt,
    boolean enabled,
    Optional<Instant> lastUsedAt) {
  private static final int MAX_NAME = 100;
  private static final String MARK = "air_";
  private static final int PREFIX_OCTETS = 4;
  private static final int SECRET_OCTETS = 32;

  public ApiKey {
    Objects.requireNonNull(id);
    Objects.requireNonNull(prefix);
    Objects.requireNonNull(hash);
    Objects.requireNonNull(createdBy);
    Objects.requireNonNull(createdAt);
    Objects.requireNonNull(expiresAt);
    Objects.requireNonNull(lastUsedAt);
    if (name.isBlank() || name.length() > MAX_NAME) {
      throw new IllegalArgumentException("a key's name has 1 to " + MAX_NAME + " characters");
    }
  }

  /** A key that does not exist yet: what it is called, until when it is valid, who wants it. */
  record Wish(String name, Optional<Instant> expiresAt, String by) {}

  /** Makes a key and its secret. */
  static CreatedKey create(Wish wish, Instant now, SecureRandom random) {
    String prefix = HexFormat.of().formatHex(octets(PREFIX_OCTETS, random));
    String tail =
        Base64.getUrlEncoder().withoutPadding().encodeToString(octets(SECRET_OCTETS, random));
    String secret = MARK + prefix + "_" + tail;
    String id = UUID.nameUUIDFromBytes(octets(SECRET_OCTETS, random)).toString();
    return new CreatedKey(
        new ApiKey(
            id,
            wish.name().strip(),
            prefix,
            hash(secret),
            wish.by(),
            now,
            wish.expiresAt(),
            true,
            Optional.empty()),
        secret);
  }

  /** The form under which a secret is kept and found. */
  static String hash(String secret) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  public boolean isValidAt(Instant now) {
    return enabled && expiresAt.map(now::isBefore).orElse(true);
  }

  public ApiKey revoked() {
    return new ApiKey(id, name, prefix, hash, createdBy, createdAt, expiresAt, false, lastUsedAt);
  }

  /** The same key, used then. */
  public ApiKey usedAt(Instant moment) {
    return new ApiKey(
        id, name, prefix, hash, createdBy, createdAt, expiresAt, enabled, Optional.of(moment));
  }

  private static byte[] octets(int count, SecureRandom random) {
    byte[] octets = new byte[count];
    random.nextBytes(octets);
    return octets;
  }

  /** Whether a text has the look of a key of this router, valid or not. */
  public static boolean resembles(String text) {
    return text.startsWith(MARK);
  }
}
