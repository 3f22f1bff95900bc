package io.airouter.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals secrets that the database keeps, by AES-256-GCM (NIST SP 800-38D) with a key that is not in
 * the database. A secret is bound to its purpose, so that one row's cannot be put into another's
 * place. Safe for many threads.
 */
public final class SecretBox {
  private static final int NONCE_OCTETS = 12;
  private static final int TAG_BITS = 128;
  private static final int KEY_ID_OCTETS = 4;

  private final SecretKeySpec key;
  private final String keyId;
  private final SecureRandom random;

  /**
   * Seals with that key.
   *
   * @param key 256 bits, see {@link SecretKeys}
   */
  public SecretBox(byte[] key, SecureRandom random) {
    if (key.length != SecretKeys.KEY_OCTETS) {
      throw new IllegalArgumentException("a key of 256 bits, not of " + key.length + " octets");
    }
    this.key = new SecretKeySpec(key, "AES");
    this.keyId = identify(key);
    this.random = random;
  }

  /** A sealed secret: nonce, ciphertext and tag, and which key opens it. */
  public record Sealed(String keyId, byte[] octets) {
    public Sealed {
      Objects.requireNonNull(keyId);
      octets = octets.clone();
    }

    @Override
    public byte[] octets() {
      return octets.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Sealed that
          && keyId.equals(that.keyId)
          && Arrays.equals(octets, that.octets);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(octets);
    }

    @Override
    public String toString() {
      return "Sealed[keyId=" + keyId + "]";
    }
  }

  /**
   * Seals a secret.
   *
   * @param purpose what it is for, such as {@code credential/openai}
   */
  public Sealed seal(byte[] secret, String purpose) {
    byte[] nonce = new byte[NONCE_OCTETS];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, purpose).doFinal(secret);
      byte[] octets = Arrays.copyOf(nonce, NONCE_OCTETS + sealed.length);
      System.arraycopy(sealed, 0, octets, NONCE_OCTETS, sealed.length);
      return new Sealed(keyId, octets);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has AES-GCM", e);
    }
  }

  /**
   * Opens what {@link #seal} made for the same purpose.
   *
   * @throws IllegalStateException if another key sealed it, or if it was altered or moved
   */
  public byte[] open(Sealed sealed, String purpose) {
    if (!keyId.equals(sealed.keyId())) {
      throw new IllegalStateException(
          purpose
              + " is sealed with key "
              + sealed.keyId()
              + "; the router's key is "
              + keyId
              + ". All nodes on one database need the same ROUTER_SECRETS_KEY");
    }
    byte[] octets = sealed.octets();
    if (octets.length < NONCE_OCTETS) {
      throw new IllegalStateException(purpose + " is too short to be a sealed secret");
    }
    try {
      return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(octets, NONCE_OCTETS), purpose)
          .doFinal(octets, NONCE_OCTETS, octets.length - NONCE_OCTETS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(purpose + " was altered since it was sealed", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static String identify(byte[] key) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
      return HexFormat.of().formatHex(digest, 0, KEY_ID_OCTETS);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
