package io.airouter.listener;

import static io.airouter.mapserver.LispWorld.GPT_4;
import static io.airouter.mapserver.LispWorld.KEY;
import static io.airouter.mapserver.LispWorld.record;
import static io.airouter.mapserver.LispWorld.register;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airouter.lisp.EidPrefix;
import io.airouter.lisp.LispAddress;
import io.airouter.lisp.LispMessage;
import io.airouter.lisp.MapNotify;
import io.airouter.lisp.MapRegister;
import io.airouter.lisp.MapReply;
import io.airouter.lisp.MapRequest;
import io.airouter.lisp.MappingRecord;
import io.airouter.lisp.codec.LispDecoder;
import io.airouter.lisp.codec.LispEncoder;
import io.airouter.lisp.codec.MessageAuthenticator;
import io.airouter.mapserver.LispWorld;
import io.airouter.mapserver.SiteKey;
import io.airouter.mapserver.Tally;
import io.airouter.wire.MalformedPacketException;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LispListenerTest {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
  private static final int PATIENCE_MILLIS = 10_000;
  private static final EidPrefix UNKNOWN = EidPrefix.parse("203.0.113.9");

  private final LispWorld world = new LispWorld();
  private final EventLoops loops = EventLoops.of(1);
  private final ExecutorService registering = Executors.newVirtualThreadPerTaskExecutor();
  private final LispListener listener =
      new LispListener(
          new LispListenerSettings(LOOPBACK, 0), world.mapServer(), loops, registering);
  private DatagramSocket xtr;

  @BeforeEach
  void open() throws IOException {
    listener.bind();
    xtr = new DatagramSocket(new InetSocketAddress(LOOPBACK, 0));
    xtr.setSoTimeout(PATIENCE_MILLIS);
    xtr.connect(new InetSocketAddress(LOOPBACK, listener.port()));
  }

  @AfterEach
  void close() {
    xtr.close();
    listener.close();
    registering.close();
    loops.close();
  }

  @Test
  void anEndpointRegistersIsConfirmedIsFoundAndIsForgotten() throws Exception {
    byte[] register = signed(register(7, KEY, record(GPT_4, "127.0.9.1")), KEY);
    send(register);
    byte[] packet = receivePacket();
    assertThat(authenticator(KEY).verify(packet)).isTrue();
    MapNotify notify = (MapNotify) LispDecoder.decode(packet);
    assertThat(notify.nonce()).isEqualTo(7);
    world.passHealthChecks();
    assertThat(ask(1, GPT_4).locators().getFirst().rloc())
        .isEqualTo(LispAddress.parse("127.0.9.1"));

    send(register);
    send(signed(register(8, KEY, record(GPT_4, "127.0.9.1")), KEY));
    assertThat(((MapNotify) receive()).nonce()).as("of the one that is no replay").isEqualTo(8);

    world.pass(Duration.ofMinutes(4));
    assertThat(ask(2, GPT_4).isNegative()).isTrue();
  }

  @Test
  void aRegisterWithAWrongSecretIsNotAnswered() throws Exception {
    SiteKey wrong = LispWorld.OTHER_KEY;
    send(signed(register(1, KEY, record(GPT_4, "127.0.9.1")), wrong));
    send(signed(register(2, KEY, record(GPT_4, "127.0.9.2")), KEY));
    assertThat(((MapNotify) receive()).nonce()).isEqualTo(2);
  }

  @Test
  void randomAndTruncatedPacketsAreCountedAndTheNextGoodOneIsAnswered() throws Exception {
    Random random = new Random(4342);
    byte[] good = LispEncoder.encode(request(1, GPT_4));
    for (int i = 0; i < 300; i++) {
      byte[] noise = new byte[random.nextInt(200)];
      random.nextBytes(noise);
      send(noise);
      // In lockstep, so that no packet is lost for want of room.
      assertThat(ask(1_000 + i, UNKNOWN).isNegative()).isTrue();
    }
    for (int length = 0; length < good.length; length++) {
      send(Arrays.copyOf(good, length));
      assertThat(ask(2_000 + length, UNKNOWN).isNegative()).isTrue();
    }
    assertThat(world.count(Tally.DROPPED_MALFORMED)).isGreaterThan(good.length - 1L);
  }

  @Test
  void aTakenPortIsNamedWithTheVariableThatChoosesAnother() {
    LispListener second =
        new LispListener(
            new LispListenerSettings(LOOPBACK, listener.port()),
            world.mapServer(),
            loops,
            registering);
    assertThatThrownBy(second::bind)
        .isInstanceOf(PortUnavailableException.class)
        .hasMessageContaining(String.valueOf(listener.port()))
        .hasMessageContaining("ROUTER_LISP_PORT");
    assertThat(second.open()).isFalse();
    second.close();
  }

  @Test
  void aClosedPortMayBeOpenedAgain() throws Exception {
    assertThat(listener.address()).isEqualTo("127.0.0.1:" + listener.port());
    listener.close();
    assertThat(listener.open()).isFalse();
    listener.bind();
    xtr.connect(new InetSocketAddress(LOOPBACK, listener.port()));
    assertThat(ask(1, UNKNOWN).isNegative()).isTrue();
  }

  private MappingRecord ask(long nonce, EidPrefix eid)
      throws IOException, MalformedPacketException {
    send(LispEncoder.encode(request(nonce, eid)));
    LispMessage answer = receive();
    while (!(answer instanceof MapReply reply && reply.nonce() == nonce)) {
      answer = receive();
    }
    return ((MapReply) answer).records().getFirst();
  }

  private static MapRequest request(long nonce, EidPrefix eid) {
    return MapRequest.of(nonce, eid, LispAddress.of(LOOPBACK));
  }

  private static byte[] signed(MapRegister register, SiteKey key) {
    return authenticator(key).sign(LispEncoder.encode(register));
  }

  private static MessageAuthenticator authenticator(SiteKey key) {
    return new MessageAuthenticator(key.algorithm(), key.secret().toByteArray());
  }

  private void send(byte[] packet) throws IOException {
    xtr.send(new DatagramPacket(packet, packet.length));
  }

  private LispMessage receive() throws IOException, MalformedPacketException {
    return LispDecoder.decode(receivePacket());
  }

  private byte[] receivePacket() throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[9_000], 9_000);
    xtr.receive(packet);
    return Arrays.copyOf(packet.getData(), packet.getLength());
  }
}
