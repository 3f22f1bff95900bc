package io.airouter.access;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes passwords that are read by people once: 120 random bits in 20 characters. */
final class OneTimePassword {
  private static final int OCTETS = 15;

  private OneTimePassword() {}

  static String next(SecureRandom random) {
    byte[] octets = new byte[OCTETS];
    random.nextBytes(octets);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
  }
}
