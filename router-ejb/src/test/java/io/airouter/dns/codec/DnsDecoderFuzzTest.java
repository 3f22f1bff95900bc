package io.airouter.dns.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.dns.EdnsOption;
import io.airouter.dns.codec.DecodedMessage.Drop;
import io.airouter.dns.codec.DecodedMessage.Query;
import io.airouter.dns.codec.DecodedMessage.Refusal;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Packets that nobody meant: each is decoded without an exception, and its refusal can be sent. */
class DnsDecoderFuzzTest {
  private static final byte[] WHOLE =
      Packets.query(
          3,
          Packets.opt(1232, 0, 0x8000, new EdnsOption(10, new byte[24])),
          Packets.record(Packets.hex("01 61 c00c"), 1, 1, new byte[4]),
          Packets.tsig("key.test"));

  @Test
  void aQueryCutAnywhereIsDroppedOrRefused() {
    assertThat(DnsDecoder.decode(WHOLE)).isInstanceOf(Query.class);
    for (int length = 0; length < WHOLE.length; length++) {
      DecodedMessage decoded = DnsDecoder.decode(Arrays.copyOf(WHOLE, length));
      assertThat(decoded)
          .as("cut after %d octets", length)
          .isInstanceOf(length < 12 ? Drop.class : Refusal.class);
    }
  }

  @Test
  void aQueryWithAnyOctetChangedIsDecided() {
    for (int at = 0; at < WHOLE.length; at++) {
      for (int value = 0; value < 256; value++) {
        byte[] changed = WHOLE.clone();
        changed[at] = (byte) value;
        requireDecided(changed);
      }
    }
  }

  @Test
  void randomOctetsAreDecided() {
    Random random = new Random(20_26);
    for (int i = 0; i < 50_000; i++) {
      byte[] noise = new byte[random.nextInt(200)];
      random.nextBytes(noise);
      requireDecided(noise);
    }
  }

  @Test
  void randomOctetsAfterASoundHeaderAreDecided() {
    Random random = new Random(1035);
    for (int i = 0; i < 50_000; i++) {
      byte[] noise = new byte[random.nextInt(120)];
      random.nextBytes(noise);
      byte[] head = Packets.header(0, 1, random.nextInt(3), random.nextInt(3), random.nextInt(4));
      requireDecided(Packets.join(head, noise));
    }
  }

  @Test
  void severalOctetsChangedAtOnceAreDecided() {
    Random random = new Random(6891);
    for (int i = 0; i < 50_000; i++) {
      byte[] changed = WHOLE.clone();
      for (int change = random.nextInt(6); change >= 0; change--) {
        changed[12 + random.nextInt(changed.length - 12)] = (byte) random.nextInt(256);
      }
      requireDecided(changed);
    }
  }

  private static void requireDecided(byte[] packet) {
    DecodedMessage decoded = DnsDecoder.decode(packet);
    if (decoded instanceof Refusal(var reply, var reason)) {
      byte[] sent = DnsEncoder.encode(reply);
      assertThat(sent.length).isGreaterThanOrEqualTo(12).isLessThanOrEqualTo(packet.length + 11);
      assertThat(reason).isNotEmpty();
      assertThat(sent[2] & 0x80).isEqualTo(0x80);
    }
  }
}
