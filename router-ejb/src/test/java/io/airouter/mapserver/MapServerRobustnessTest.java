package io.airouter.mapserver;

import static io.airouter.mapserver.LispWorld.GPT_4;
import static io.airouter.mapserver.LispWorld.GPT_4_NAME;
import static io.airouter.mapserver.LispWorld.KEY;
import static io.airouter.mapserver.LispWorld.record;
import static io.airouter.mapserver.LispWorld.register;
import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.lisp.EidPrefix;
import io.airouter.lisp.EncapsulatedControlMessage;
import io.airouter.lisp.EncapsulatedControlMessage.InnerHeaders;
import io.airouter.lisp.LispAddress;
import io.airouter.lisp.LispMessage;
import io.airouter.lisp.MapRegister;
import io.airouter.lisp.MapRequest;
import io.airouter.lisp.codec.LispDecoder;
import io.airouter.lisp.codec.LispEncoder;
import io.airouter.wire.MalformedPacketException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MapServerRobustnessTest {
  private static final int ROUNDS = 20_000;
  private static final InetSocketAddress PEER =
      new InetSocketAddress(InetAddress.ofLiteral("192.0.2.7"), 40_000);

  private final LispWorld world = new LispWorld();
  private final Random random = new Random(4342);

  /** Signatures count as good, so that what they would keep out is tried too. */
  @Test
  void whateverDecodesIsAnsweredOrDroppedAndItsAnswerEncodes() {
    List<byte[]> packets = packets().map(LispEncoder::encode).toList();
    int handled = 0;
    for (int round = 0; round < ROUNDS; round++) {
      byte[] packet = packets.get(random.nextInt(packets.size())).clone();
      for (int changes = random.nextInt(4); changes >= 0; changes--) {
        packet[random.nextInt(packet.length)] ^= (byte) (1 << random.nextInt(8));
      }
      handled += handle(packet);
    }
    assertThat(handled).isGreaterThan(ROUNDS / 4);
    assertThat(world.mapServer().registrations()).isNotEmpty();
  }

  private int handle(byte[] packet) {
    try {
      LispMessage message = LispDecoder.decode(packet);
      List<Outgoing> answers =
          message instanceof MapRegister register
              ? world.mapServer().register(register, key -> true, PEER)
              : world.mapServer().answer(message, PEER);
      answers.forEach(answer -> LispEncoder.encode(answer.message()));
      return 1;
    } catch (MalformedPacketException malformed) {
      return 0;
    }
  }

  private static Stream<LispMessage> packets() {
    LispAddress itr = LispAddress.parse("192.0.2.7");
    MapRequest request = MapRequest.of(1, GPT_4, itr);
    InnerHeaders inner = new InnerHeaders(itr, LispAddress.parse("10.100.0.1"), 4342, 4342);
    return Stream.of(
        request,
        MapRequest.of(1, GPT_4_NAME, itr),
        MapRequest.of(1, EidPrefix.parse("[7]2001:db8::1"), itr),
        new EncapsulatedControlMessage(false, inner, request),
        register(1, KEY, record(GPT_4, "127.0.9.1"), record(GPT_4_NAME, "2001:db8::1")),
        register(1, KEY, record(EidPrefix.parse("10.100.7.0/24"), "127.0.9.1", "127.0.9.2")));
  }
}
