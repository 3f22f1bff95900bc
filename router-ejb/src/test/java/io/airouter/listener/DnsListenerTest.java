package io.airouter.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airouter.nameserver.NameServer;
import io.airouter.nameserver.NameServerSettings;
import io.airouter.nameserver.Zones;
import io.airouter.table.Snapshot;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** Conversations over real sockets on loopback. */
class DnsListenerTest {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
  private static final int PATIENCE_MILLIS = 10_000;
  private static final byte[] QUERY = DnsQueries.query("gpt-4.ai-workload.internal", 1);

  private volatile Snapshot live =
      Zones.snapshot(
          1,
          Zones.service("gpt-4", Zones.instance("gpt-4-primary", 60, "127.0.1.1")),
          Zones.service("gpt-3.5-fast", Zones.instance("gpt-3.5-fast-1", 100, "127.0.3.1")));
  private final NameServer nameServer =
      new NameServer(() -> live, NameServerSettings.LOOPBACK, new Random(1));
  private EventLoops loops = EventLoops.of(2);
  private DnsListener listener =
      new DnsListener(new DnsListenerSettings(LOOPBACK, 0, 2, 10), nameServer, loops);

  @AfterEach
  void close() {
    listener.close();
    loops.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aResolverIsAnsweredOverEachTransport(boolean tcp) throws IOException {
    listener.bind();
    Message a = ask(tcp, "GPT-3.5-fast.ai-workload.internal.", Type.A);
    assertThat(a.getSection(Section.ANSWER))
        .map(Record::rdataToString)
        .containsExactly("127.0.3.1");
    assertThat(a.getHeader().getFlag(org.xbill.DNS.Flags.AA)).isTrue();

    Message srv = ask(tcp, "_http._tcp.gpt-4.ai-workload.internal.", Type.SRV);
    assertThat(srv.getSection(Section.ANSWER))
        .singleElement()
        .isInstanceOfSatisfying(
            SRVRecord.class, record -> assertThat(record.getWeight()).isEqualTo(60));
    assertThat(srv.getSection(Section.ADDITIONAL)).map(Record::rdataToString).contains("127.0.1.1");

    Message nobody = ask(tcp, "nobody.ai-workload.internal.", Type.A);
    assertThat(nobody.getRcode()).isEqualTo(Rcode.NXDOMAIN);
    assertThat(nobody.getSection(Section.AUTHORITY)).hasSize(1);
  }

  @Test
  void theTransportOfEveryPlatformServesToo() throws IOException {
    loops.close();
    loops = EventLoops.nio(1);
    listener = new DnsListener(DnsListenerSettings.of(LOOPBACK, 0), nameServer, loops);
    aResolverIsAnsweredOverEachTransport(false);
  }

  @Test
  void aChangeOfTheLiveStateIsInTheNextAnswer() throws IOException {
    listener.bind();
    live =
        Zones.snapshot(
            2,
            Zones.service(
                "gpt-4",
                Zones.instance("gpt-4-primary", 0, "127.0.1.1"),
                Zones.instance("gpt-4-secondary", 40, "127.0.1.2")));
    assertThat(ask(false, "gpt-4.ai-workload.internal.", Type.A).getSection(Section.ANSWER))
        .map(Record::rdataToString)
        .containsExactly("127.0.1.2");
  }

  @Test
  void queriesCutAnywhereAndSentWithoutWaitingAreAllAnswered() throws IOException {
    listener.bind();
    byte[] three = join(framed(QUERY), framed(QUERY), framed(QUERY));
    try (Socket socket = connect()) {
      OutputStream out = socket.getOutputStream();
      for (byte octet : three) {
        out.write(octet);
        out.flush();
      }
      socket.shutdownOutput();
      DataInputStream in = new DataInputStream(socket.getInputStream());
      for (int i = 0; i < 3; i++) {
        assertThat(in.readNBytes(in.readUnsignedShort())).startsWith(0x2b, 0x07);
      }
      assertThat(in.read()).as("closed after the last reply").isEqualTo(-1);
    }
  }

  @Test
  void aMessageShorterThanAHeaderEndsTheConnection() throws IOException {
    listener.bind();
    try (Socket socket = connect()) {
      socket.getOutputStream().write(framed(new byte[11]));
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
    assertThat(nameServer.counters()).containsEntry("dropped_too_short", 1L);
  }

  @Test
  void aConnectionBeyondTheLimitIsClosed() throws IOException {
    listener.bind();
    try (Socket first = connect();
        Socket second = connect()) {
      exchange(first);
      exchange(second);
      try (Socket third = connect()) {
        assertThat(third.getInputStream().read()).isEqualTo(-1);
      }
      exchange(first);
    }
    assertThat(nameServer.counters()).containsEntry("dropped_connection", 1L);
  }

  @Test
  void aConnectionWithoutAWholeQueryIsClosedAfterTheIdleTime() throws IOException {
    listener = new DnsListener(new DnsListenerSettings(LOOPBACK, 0, 9, 1), nameServer, loops);
    listener.bind();
    try (Socket socket = connect()) {
      socket.getOutputStream().write(new byte[] {0, 40, 1});
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void noiseIsRefusedOrDroppedAndCountedAndTheServerGoesOn() throws IOException {
    listener.bind();
    Random random = new Random(53);
    try (DatagramSocket socket = new DatagramSocket(0, LOOPBACK)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      for (int i = 0; i < 500; i++) {
        byte[] noise = new byte[random.nextInt(300)];
        random.nextBytes(noise);
        send(socket, noise);
        // A sound query after each, whose reply says that the noise was dealt with.
        send(socket, QUERY);
        while (receive(socket).length < QUERY.length + 16) {
          assertThat(socket.isClosed()).isFalse();
        }
      }
    }
    assertThat(nameServer.counters())
        .containsEntry("queries", 1_000L)
        .containsEntry("udp", 1_000L)
        .containsEntry("noerror", 500L)
        .containsEntry("servfail", 0L);
    assertThat(nameServer.counters().get("dropped_response")).isPositive();
    assertThat(nameServer.counters().get("formerr")).isPositive();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aTakenPortIsNamedWithItsVariableAndNothingStaysOpen(boolean takenOverTcp)
      throws IOException {
    try (AutoCloseable taken =
        takenOverTcp ? new ServerSocket(0, 1, LOOPBACK) : new DatagramSocket(0, LOOPBACK)) {
      int port =
          taken instanceof ServerSocket tcp
              ? tcp.getLocalPort()
              : ((DatagramSocket) taken).getLocalPort();
      listener = new DnsListener(DnsListenerSettings.of(LOOPBACK, port), nameServer, loops);

      assertThatThrownBy(listener::bind)
          .isInstanceOf(PortUnavailableException.class)
          .hasMessageContaining(takenOverTcp ? "DNS over TCP" : "DNS over UDP")
          .hasMessageContaining(Integer.toString(port))
          .hasMessageContaining("ROUTER_DNS_PORT");
      assertThat(listener.open()).isFalse();
      if (takenOverTcp) {
        new DatagramSocket(port, LOOPBACK).close();
      }
    } catch (IOException io) {
      throw io;
    } catch (Exception other) {
      throw new AssertionError(other);
    }
  }

  @Test
  void aClosedListenerCanBeOpenedAgain() throws IOException {
    listener.bind();
    assertThat(listener.open()).isTrue();
    assertThat(listener.address()).isEqualTo("127.0.0.1:" + listener.port());
    listener.close();
    assertThat(listener.open()).isFalse();
    listener.bind();
    assertThat(ask(false, "gpt-4.ai-workload.internal.", Type.A).getRcode()).isZero();
  }

  private Message ask(boolean tcp, String name, int type) throws IOException {
    SimpleResolver resolver = new SimpleResolver(new InetSocketAddress(LOOPBACK, listener.port()));
    resolver.setTCP(tcp);
    resolver.setTimeout(Duration.ofMillis(PATIENCE_MILLIS));
    return resolver.send(
        Message.newQuery(Record.newRecord(Name.fromString(name), type, DClass.IN)));
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(LOOPBACK, listener.port());
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  private static void exchange(Socket socket) throws IOException {
    socket.getOutputStream().write(framed(QUERY));
    DataInputStream in = new DataInputStream(socket.getInputStream());
    assertThat(in.readNBytes(in.readUnsignedShort())).startsWith(0x2b, 0x07);
  }

  private void send(DatagramSocket socket, byte[] octets) throws IOException {
    socket.send(new DatagramPacket(octets, octets.length, LOOPBACK, listener.port()));
  }

  private static byte[] receive(DatagramSocket socket) throws IOException {
    DatagramPacket packet = new DatagramPacket(new byte[2_048], 2_048);
    socket.receive(packet);
    return Arrays.copyOf(packet.getData(), packet.getLength());
  }

  private static byte[] framed(byte[] message) {
    return ByteBuffer.allocate(2 + message.length)
        .putShort((short) message.length)
        .put(message)
        .array();
  }

  private static byte[] join(byte[]... parts) {
    ByteBuffer whole = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(p -> p.length).sum());
    Arrays.stream(parts).forEach(whole::put);
    return whole.array();
  }
}
