package io.airouter.lisp.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.lisp.LispMessage;
import io.airouter.lisp.UnsupportedMessage;
import io.airouter.wire.MalformedPacketException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever arrives is either a message or a {@link MalformedPacketException}, nothing else. */
class LispDecoderRobustnessTest {
  private static final int ROUNDS = 20_000;

  @ParameterizedTest
  @EnumSource(GoldenPackets.class)
  void aPacketCutAtAnyOctetIsMalformedOrAShorterMessage(GoldenPackets golden) {
    byte[] packet = golden.octets();
    for (int length = 0; length < packet.length; length++) {
      decodedAndWrittenAgain(Arrays.copyOf(packet, length));
    }
  }

  @ParameterizedTest
  @EnumSource(GoldenPackets.class)
  void anyValueOfAnyOctetIsMalformedOrAnotherMessage(GoldenPackets golden) {
    byte[] packet = golden.octets();
    for (int offset = 0; offset < packet.length; offset++) {
      byte original = packet[offset];
      for (int value = 0; value < 256; value++) {
        packet[offset] = (byte) value;
        decodedAndWrittenAgain(packet);
      }
      packet[offset] = original;
    }
  }

  @Test
  void severalChangedOctetsAreMalformedOrAnotherMessage() {
    Random random = new Random(9301);
    GoldenPackets[] golden = GoldenPackets.values();
    for (int round = 0; round < ROUNDS; round++) {
      byte[] packet = golden[random.nextInt(golden.length)].octets();
      for (int change = 0; change < 4; change++) {
        packet[random.nextInt(packet.length)] = (byte) random.nextInt(256);
      }
      decodedAndWrittenAgain(packet);
    }
  }

  @Test
  void randomOctetsAreMalformedOrAMessage() {
    Random random = new Random(8060);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] packet = new byte[random.nextInt(200)];
      random.nextBytes(packet);
      if (packet.length > 0) {
        packet[0] = (byte) (round % 16 << 4 | (packet[0] & 0xf));
      }
      decodedAndWrittenAgain(packet);
    }
  }

  /** What decodes can be encoded, and is stable from then on. */
  private static void decodedAndWrittenAgain(byte[] packet) {
    Optional<LispMessage> message = decode(packet);
    if (message.isPresent() && !(message.get() instanceof UnsupportedMessage)) {
      byte[] written = LispEncoder.encode(message.get());
      assertThat(decode(written).map(LispEncoder::encode)).hasValue(written);
    }
  }

  private static Optional<LispMessage> decode(byte[] packet) {
    try {
      return Optional.of(LispDecoder.decode(packet));
    } catch (MalformedPacketException e) {
      assertThat(e.offset()).isBetween(0, packet.length);
      return Optional.empty();
    }
  }
}
