package io.airouter.server;

import io.airouter.lisp.Authentication;
import io.airouter.lisp.AuthenticationAlgorithm;
import io.airouter.lisp.EidPrefix;
import io.airouter.lisp.EncapsulatedControlMessage.InnerHeaders;
import io.airouter.lisp.LispAddress;
import io.airouter.lisp.LispMessage;
import io.airouter.lisp.Locator;
import io.airouter.lisp.MapRegister;
import io.airouter.lisp.MapReply;
import io.airouter.lisp.MapRequest;
import io.airouter.lisp.MappingRecord;
import io.airouter.lisp.NegativeAction;
import io.airouter.lisp.codec.LispDecoder;
import io.airouter.lisp.codec.LispEncoder;
import io.airouter.lisp.codec.MessageAuthenticator;
import io.airouter.wire.MalformedPacketException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An xTR or ITR on this machine: sends to the map-server and reads what comes back. */
final class LispPeer implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 20_000;
  private static final LispAddress HERE = LispAddress.parse("127.0.0.1");

  private final InetSocketAddress mapServer;
  private final DatagramSocket socket;

  LispPeer(InetSocketAddress mapServer) {
    this.mapServer = mapServer;
    try {
      this.socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      socket.setSoTimeout(PATIENCE_MILLIS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A registration of one EID; a TTL of 0 takes it back. */
  static MapRegister register(long nonce, long ttlMinutes, EidPrefix eid, Locator... locators) {
    MappingRecord record =
        new MappingRecord(ttlMinutes, eid, NegativeAction.NO_ACTION, true, 0, List.of(locators));
    return new MapRegister(
        MapRegister.Flags.PROXY_AND_NOTIFY,
        nonce,
        Authentication.unsigned(0, AuthenticationAlgorithm.HMAC_SHA_256_128),
        List.of(record),
        Optional.empty());
  }

  /** The octets of a message, signed with that secret. */
  static byte[] signed(MapRegister register, String secret) {
    return authenticator(secret).sign(LispEncoder.encode(register));
  }

  static MessageAuthenticator authenticator(String secret) {
    return new MessageAuthenticator(
        AuthenticationAlgorithm.HMAC_SHA_256_128, secret.getBytes(StandardCharsets.UTF_8));
  }

  void send(byte[] packet) {
    try {
      socket.send(new DatagramPacket(packet, packet.length, mapServer));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next packet that comes; empty where none does in time. */
  Optional<byte[]> receive() {
    DatagramPacket packet = new DatagramPacket(new byte[65_535], 65_535);
    try {
      socket.receive(packet);
      return Optional.of(Arrays.copyOf(packet.getData(), packet.getLength()));
    } catch (SocketTimeoutException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  MapReply askPlainly(long nonce, EidPrefix eid) {
    send(LispEncoder.encode(MapRequest.of(nonce, eid, HERE)));
    return (MapReply) message();
  }

  /** As an ITR asks a Map-Resolver: the request inside an encapsulated control message. */
  MapReply askEncapsulated(long nonce, EidPrefix eid) {
    InnerHeaders inner = new InnerHeaders(HERE, HERE, socket.getLocalPort(), 4342);
    byte[] request = LispEncoder.encode(MapRequest.of(nonce, eid, HERE));
    send(LispEncoder.encapsulate(inner, request));
    return (MapReply) message();
  }

  private LispMessage message() {
    return decoded(receive().orElseThrow(() -> new AssertionError("nothing came back")));
  }

  static LispMessage decoded(byte[] packet) {
    try {
      return LispDecoder.decode(packet);
    } catch (MalformedPacketException e) {
      throw new AssertionError("a malformed answer", e);
    }
  }

  @Override
  public void close() {
    socket.close();
  }
}
