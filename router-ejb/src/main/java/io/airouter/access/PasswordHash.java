package io.airouter.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password as it may be kept: PBKDF2 with HMAC-SHA-256 (RFC 8018 §5.2) and a salt of its own. The
 * text says how it was made, {@code pbkdf2-sha256$<iterations>$<salt>$<hash>}, so that the cost can
 * rise and old hashes still be checked. Checking takes a fraction of a second of CPU, on purpose.
 */
public record PasswordHash(String text) {
  static final int ITERATIONS = 600_000;

  private static final Pattern SHAPE =
      Pattern.compile("pbkdf2-sha256\\$(\\d{1,8})\\$([A-Za-z0-9+/=]+)\\$([A-Za-z0-9+/=]+)");
  private static final int SALT_OCTETS = 16;
  private static final int HASH_BITS = 256;
  private static final int MARK_OCTETS = 8;

  public PasswordHash {
    if (!SHAPE.matcher(text).matches()) {
      throw new IllegalArgumentException("not a password hash");
    }
  }

  public static PasswordHash of(char[] password, SecureRandom random) {
    return of(password, ITERATIONS, random);
  }

  static PasswordHash of(char[] password, int iterations, SecureRandom random) {
    byte[] salt = new byte[SALT_OCTETS];
    random.nextBytes(salt);
    Base64.Encoder base64 = Base64.getEncoder();
    return new PasswordHash(
        "pbkdf2-sha256$%d$%s$%s"
            .formatted(
                iterations,
                base64.encodeToString(salt),
                base64.encodeToString(derive(password, salt, iterations))));
  }

  /** Whether that is the password; takes as long for a wrong one. */
  public boolean matches(char[] password) {
    Matcher parts = SHAPE.matcher(text);
    if (!parts.matches()) {
      throw new IllegalStateException("checked on construction");
    }
    byte[] salt = Base64.getDecoder().decode(parts.group(2));
    byte[] expected = Base64.getDecoder().decode(parts.group(3));
    byte[] actual = derive(password, salt, Integer.parseInt(parts.group(1)));
    return MessageDigest.isEqual(expected, actual);
  }

  /** Changes with the password and tells nothing about it: a digest of the hash, cut short. */
  String mark() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(digest, 0, MARK_OCTETS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static byte[] derive(char[] password, byte[] salt, int iterations) {
    PBEKeySpec spec = new PBEKeySpec(password, salt, iterations, HASH_BITS);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has PBKDF2WithHmacSHA256", e);
    } finally {
      spec.clearPassword();
    }
  }

  /** Leaves the hash out, which is worth guessing at. */
  @Override
  public String toString() {
    return "PasswordHash[…]";
  }
}
