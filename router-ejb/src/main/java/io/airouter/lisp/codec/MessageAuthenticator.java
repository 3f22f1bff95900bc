package io.airouter.lisp.codec;

import io.airouter.lisp.AuthenticationAlgorithm;
import io.airouter.lisp.MapNotify;
import io.airouter.lisp.MapNotifyAck;
import io.airouter.lisp.MapRegister;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Objects;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs and verifies Map-Register, Map-Notify and Map-Notify-Ack with one shared secret under one
 * algorithm (RFC 9301 §5.6). The HMAC is taken over the whole message, an xTR-ID and Site-ID at its
 * end included, with the authentication data as zeros.
 *
 * <p>A packet that names another algorithm than this one's never verifies, so a peer cannot choose
 * a weaker one. Immutable; any thread. The secret shows in no text.
 */
public final class MessageAuthenticator {
  private static final int NONCE_OFFSET = 4;
  private static final int NONCE_LENGTH = 8;
  private static final int ALGORITHM_OFFSET = 13;
  private static final int LENGTH_OFFSET = 14;
  private static final int DATA_OFFSET = 16;
  private static final int DERIVED_KEY_LENGTH = 32;

  private final AuthenticationAlgorithm algorithm;
  private final byte[] secret;

  /**
   * @param secret the pre-shared secret, at least one octet; copied
   */
  public MessageAuthenticator(AuthenticationAlgorithm algorithm, byte[] secret) {
    this.algorithm = Objects.requireNonNull(algorithm);
    if (secret.length == 0) {
      throw new IllegalArgumentException("an empty secret");
    }
    this.secret = secret.clone();
  }

  /** Whether the message that is the whole of {@code packet} was signed with this secret. */
  public boolean verify(byte[] packet) {
    return verify(packet, 0, packet.length);
  }

  /** Whether the message in a part of {@code packet} was signed so; takes the same time if not. */
  public boolean verify(byte[] packet, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, packet.length);
    byte[] message = Arrays.copyOfRange(packet, offset, offset + length);
    if (!isOfThisAlgorithm(message)) {
      return false;
    }
    int end = DATA_OFFSET + dataLength(message);
    byte[] claimed = Arrays.copyOfRange(message, DATA_OFFSET, end);
    return MessageDigest.isEqual(claimed, authenticationData(message));
  }

  /**
   * A copy of an encoded message with its authentication data filled in, as long as the message has
   * room for.
   *
   * @throws IllegalArgumentException if it names another algorithm or a length this one cannot have
   */
  public byte[] sign(byte[] packet) {
    if (!isOfThisAlgorithm(packet)) {
      throw new IllegalArgumentException("not a message to be signed with " + algorithm);
    }
    byte[] signed = packet.clone();
    byte[] authenticationData = authenticationData(packet);
    System.arraycopy(authenticationData, 0, signed, DATA_OFFSET, authenticationData.length);
    return signed;
  }

  private boolean isOfThisAlgorithm(byte[] message) {
    if (message.length < DATA_OFFSET || salt(message).isEmpty()) {
      return false;
    }
    int dataLength = dataLength(message);
    return (message[ALGORITHM_OFFSET] & 0xff) == algorithm.id()
        && algorithm.accepts(dataLength)
        && dataLength <= message.length - DATA_OFFSET;
  }

  private static int dataLength(byte[] message) {
    return (message[LENGTH_OFFSET] & 0xff) << 8 | (message[LENGTH_OFFSET + 1] & 0xff);
  }

  private byte[] authenticationData(byte[] message) {
    int dataLength = dataLength(message);
    int end = DATA_OFFSET + dataLength;
    try {
      Mac mac = Mac.getInstance(algorithm.macName());
      mac.init(new SecretKeySpec(key(message), algorithm.macName()));
      mac.update(message, 0, DATA_OFFSET);
      mac.update(new byte[dataLength]);
      mac.update(message, end, message.length - end);
      return Arrays.copyOf(mac.doFinal(), dataLength);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the Java platform lacks " + algorithm.macName(), e);
    }
  }

  /**
   * The key of one message. RFC 9301 §5.6 names the KDF's input and salt but neither HKDF's info
   * nor the length of the key: ours are empty and 32 octets.
   */
  private byte[] key(byte[] message) throws GeneralSecurityException {
    if (algorithm != AuthenticationAlgorithm.HMAC_SHA_256_128_HKDF) {
      return secret;
    }
    byte[] input =
        ByteBuffer.allocate(NONCE_LENGTH + secret.length)
            .put(message, NONCE_OFFSET, NONCE_LENGTH)
            .put(secret)
            .array();
    return KDF.getInstance("HKDF-SHA256")
        .deriveData(
            HKDFParameterSpec.ofExtract()
                .addIKM(input)
                .addSalt(salt(message).getBytes(StandardCharsets.US_ASCII))
                .thenExpand(new byte[0], DERIVED_KEY_LENGTH));
  }

  /** The salt of a message's type; empty for a type that is not signed. */
  private static String salt(byte[] message) {
    return switch ((message[0] & 0xff) >>> 4) {
      case MapRegister.TYPE -> "Map-Register Authentication";
      case MapNotify.TYPE -> "Map-Notify Authentication";
      case MapNotifyAck.TYPE -> "Map-Notify-Ack Authentication";
      default -> "";
    };
  }
}
