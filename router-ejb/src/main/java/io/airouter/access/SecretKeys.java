package io.airouter.access;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** Where the router's own 256-bit keys come from: the environment, or a file made once. */
public final class SecretKeys {
  static final int KEY_OCTETS = 32;

  /** HS256 wants a key as long as its hash (RFC 7518 §3.2). */
  public static final int MIN_OCTETS = 32;

  private SecretKeys() {}

  /**
   * The key that an operator's secret stands for.
   *
   * @param variable the setting's name, for the message
   * @throws IllegalArgumentException for a secret of fewer than 32 characters
   */
  public static byte[] fromText(String variable, String secret) {
    if (secret.getBytes(StandardCharsets.UTF_8).length < MIN_OCTETS) {
      throw new IllegalArgumentException(
          variable + " has " + secret.length() + " octets, at least 32 are needed");
    }
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /** The key in that file; on first use a random one, which is then kept there, mode 0600. */
  public static byte[] fromFile(Path path, SecureRandom random) {
    OwnerOnlyFile file = new OwnerOnlyFile(path);
    Optional<String> kept = file.read();
    if (kept.isPresent()) {
      return decode(path, kept.get());
    }
    byte[] key = new byte[KEY_OCTETS];
    random.nextBytes(key);
    file.write(Base64.getEncoder().encodeToString(key) + "\n");
    return key;
  }

  private static byte[] decode(Path path, String text) {
    byte[] key;
    try {
      key = Base64.getDecoder().decode(text.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(path + " does not hold a key in Base64", e);
    }
    if (key.length != KEY_OCTETS) {
      throw new IllegalStateException(path + " holds " + key.length + " octets, not 32");
    }
    return key;
  }
}
