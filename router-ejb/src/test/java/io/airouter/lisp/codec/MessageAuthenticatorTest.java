package io.airouter.lisp.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.airouter.lisp.Authentication;
import io.airouter.lisp.AuthenticationAlgorithm;
import io.airouter.lisp.MapNotify;
import io.airouter.lisp.MapRegister;
import io.airouter.lisp.Octets;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MessageAuthenticatorTest {
  private static final byte[] SECRET = "secret".getBytes(StandardCharsets.US_ASCII);
  private static final MapRegister REGISTER = (MapRegister) GoldenPackets.MAP_REGISTER.message();

  @ParameterizedTest
  @CsvSource({
    "MAP_REGISTER, HMAC_SHA_256_128",
    "MAP_NOTIFY, HMAC_SHA_256_128_HKDF",
    "MAP_NOTIFY_ACK, HMAC_SHA_1_96"
  })
  void aSignatureMadeElsewhereVerifies(GoldenPackets golden, AuthenticationAlgorithm algorithm) {
    assertThat(authenticator(algorithm).verify(golden.octets())).isTrue();
  }

  @Test
  void anyChangedOctetBreaksTheSignature() {
    byte[] packet = GoldenPackets.MAP_REGISTER.octets();
    MessageAuthenticator authenticator = authenticator(AuthenticationAlgorithm.HMAC_SHA_256_128);
    for (int offset = 0; offset < packet.length; offset++) {
      packet[offset] ^= 1;
      assertThat(authenticator.verify(packet)).as("octet %d", offset).isFalse();
      packet[offset] ^= 1;
    }
  }

  @ParameterizedTest
  @EnumSource(AuthenticationAlgorithm.class)
  void whatIsSignedVerifiesAtBothLengths(AuthenticationAlgorithm algorithm) {
    for (int length : new int[] {algorithm.fullLength(), algorithm.truncatedLength()}) {
      MapNotify notify =
          new MapNotify(
              7,
              new Authentication(3, algorithm.id(), Octets.zeros(length)),
              REGISTER.records(),
              REGISTER.xtrIdentity());

      byte[] signed = authenticator(algorithm).sign(LispEncoder.encode(notify));

      assertThat(authenticator(algorithm).verify(signed)).isTrue();
      assertThat(new MessageAuthenticator(algorithm, new byte[] {1}).verify(signed)).isFalse();
    }
  }

  @Test
  void anotherAlgorithmThanTheConfiguredOneNeverVerifies() {
    byte[] packet = GoldenPackets.MAP_NOTIFY_ACK.octets();

    assertThat(authenticator(AuthenticationAlgorithm.HMAC_SHA_256_128).verify(packet)).isFalse();
  }

  @Test
  void authenticationDataThatIsTooShortNeverVerifies() {
    byte[] packet = GoldenPackets.MAP_NOTIFY_ACK.octets();
    for (int length = 0; length < 12; length++) {
      byte[] shorter = Arrays.copyOf(packet, packet.length);
      shorter[15] = (byte) length;
      assertThat(authenticator(AuthenticationAlgorithm.HMAC_SHA_1_96).verify(shorter)).isFalse();
    }
  }

  @Test
  void aPacketThatIsCutOrNotSignedNeverVerifies() {
    byte[] packet = GoldenPackets.MAP_REGISTER.octets();
    MessageAuthenticator authenticator = authenticator(AuthenticationAlgorithm.HMAC_SHA_256_128);
    for (int length = 0; length < packet.length; length++) {
      assertThat(authenticator.verify(packet, 0, length)).isFalse();
    }
    assertThat(authenticator.verify(GoldenPackets.MAP_REQUEST.octets())).isFalse();
  }

  @Test
  void onlyAMessageOfItsAlgorithmIsSigned() {
    byte[] packet = LispEncoder.encode(REGISTER);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> authenticator(AuthenticationAlgorithm.HMAC_SHA_1_96).sign(packet));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new MessageAuthenticator(AuthenticationAlgorithm.HMAC_SHA_1_96, new byte[0]));
  }

  private static MessageAuthenticator authenticator(AuthenticationAlgorithm algorithm) {
    return new MessageAuthenticator(algorithm, SECRET);
  }
}
