package io.airouter.lisp.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.airouter.lisp.Authentication;
import io.airouter.lisp.EidPrefix;
import io.airouter.lisp.EncapsulatedControlMessage;
import io.airouter.lisp.LispMessage;
import io.airouter.lisp.MapNotify;
import io.airouter.lisp.MapNotifyAck;
import io.airouter.lisp.MapRegister;
import io.airouter.lisp.MapReply;
import io.airouter.lisp.MapRequest;
import io.airouter.lisp.MapRequest.EidRecord;
import io.airouter.wire.MalformedPacketException;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Packets recorded from other implementations, read beside the folder of the project where they are
 * present; they are not part of it.
 */
class LispDecoderVectorsTest {
  private static final Path VECTORS = Path.of("shared", "lisp", "vectors-dev.json");

  @TestFactory
  Stream<DynamicTest> aRecordedPacketMeansTheSameToUs() throws IOException {
    Optional<Path> file = findVectors();
    Assumptions.assumeTrue(file.isPresent(), "no " + VECTORS + " in any folder above");
    return Vector.readAll(file.orElseThrow()).stream()
        .map(vector -> dynamicTest(vector.toString(), () -> check(vector)));
  }

  private static Optional<Path> findVectors() {
    return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
        .map(folder -> folder.resolve(VECTORS))
        .filter(Files::isReadable)
        .findFirst();
  }

  private static void check(Vector vector) throws MalformedPacketException {
    switch (vector.expect()) {
      case "ok" -> {
        LispMessage message = LispDecoder.decode(vector.packet());
        checkMeaning(message, vector.decoded());
        checkSignature(vector);
        checkRoundTrip(message);
      }
      case "drop" -> checkDropped(vector);
      default -> assertThatNoException().isThrownBy(() -> decodeOrDrop(vector.packet()));
    }
  }

  private static void decodeOrDrop(byte[] packet) {
    try {
      LispDecoder.decode(packet);
    } catch (MalformedPacketException e) {
      assertThat(e.section()).startsWith("RFC");
    }
  }

  private static void checkDropped(Vector vector) throws MalformedPacketException {
    if (vector.authenticator().isPresent() && !vector.isSignatureValid()) {
      LispDecoder.decode(vector.packet());
      assertThat(vector.authenticator().orElseThrow().verify(vector.packet())).isFalse();
    } else {
      assertThatExceptionOfType(MalformedPacketException.class)
          .isThrownBy(() -> LispDecoder.decode(vector.packet()));
    }
  }

  private static void checkSignature(Vector vector) {
    vector
        .authenticator()
        .ifPresent(
            authenticator ->
                assertThat(authenticator.verify(vector.packet()))
                    .isEqualTo(vector.isSignatureValid()));
  }

  /** The encoder may mend what the RFC forbids, hence stability of the octets, not equality. */
  private static void checkRoundTrip(LispMessage message) throws MalformedPacketException {
    byte[] written = LispEncoder.encode(message);
    assertThat(LispEncoder.encode(LispDecoder.decode(written))).isEqualTo(written);
  }

  private static void checkMeaning(LispMessage message, JsonObject decoded) {
    assertThat(message.type()).isEqualTo(decoded.getInt("type"));
    switch (message) {
      case MapRequest request -> checkRequest(request, decoded);
      case MapReply reply -> {
        checkNonce(reply.nonce(), decoded);
        assertThat(flags(reply)).isEqualTo(decoded.getString("flags"));
        assertThat(reply.records()).isEqualTo(Vector.records(decoded));
      }
      case MapRegister register -> {
        checkNonce(register.nonce(), decoded);
        checkAuthentication(register.authentication(), decoded);
        assertThat(flags(register)).isEqualTo(decoded.getString("flags").replace("R", ""));
        assertThat(register.records()).isEqualTo(Vector.records(decoded));
      }
      case MapNotify notify -> {
        checkNonce(notify.nonce(), decoded);
        checkAuthentication(notify.authentication(), decoded);
        assertThat(notify.records()).isEqualTo(Vector.records(decoded));
      }
      case MapNotifyAck ack -> {
        checkNonce(ack.nonce(), decoded);
        checkAuthentication(ack.authentication(), decoded);
        assertThat(ack.records()).isEqualTo(Vector.records(decoded));
      }
      case EncapsulatedControlMessage ecm -> checkEncapsulated(ecm, decoded);
      default -> throw new AssertionError("unsupported: " + message);
    }
  }

  private static void checkEncapsulated(EncapsulatedControlMessage ecm, JsonObject decoded) {
    assertThat(ecm.ddtOriginated()).isEqualTo(decoded.getInt("D") == 1);
    assertThat(ecm.inner().sourcePort()).isEqualTo(decoded.getInt("sport"));
    if (!decoded.getString("inner_src").isEmpty()) {
      assertThat(ecm.inner().source()).hasToString(decoded.getString("inner_src"));
      assertThat(ecm.inner().destination()).hasToString(decoded.getString("inner_dst"));
    }
    checkMeaning(ecm.message(), decoded.getJsonObject("inner"));
  }

  private static void checkRequest(MapRequest request, JsonObject decoded) {
    checkNonce(request.nonce(), decoded);
    assertThat(flags(request)).isEqualTo(decoded.getString("flags"));
    assertThat(request.sourceEid()).isEqualTo(Vector.address(decoded.get("src")));
    assertThat(request.itrRlocs())
        .isEqualTo(decoded.getJsonArray("itr").stream().map(Vector::address).toList());
    List<EidRecord> expected =
        decoded.getJsonArray("eids").getValuesAs(JsonArray.class).stream()
            .map(
                eid ->
                    new EidRecord(
                        (eid.getInt(2) & 0x80) != 0,
                        new EidPrefix(0, Vector.address(eid.get(0)), eid.getInt(1))))
            .toList();
    assertThat(request.records()).isEqualTo(expected);
  }

  private static void checkNonce(long nonce, JsonObject decoded) {
    assertThat(String.format("%016x", nonce)).isEqualTo(decoded.getString("nonce"));
  }

  private static void checkAuthentication(Authentication authentication, JsonObject decoded) {
    assertThat(authentication.keyId()).isEqualTo(decoded.getInt("keyid"));
    assertThat(authentication.algorithmId()).isEqualTo(decoded.getInt("alg"));
    assertThat(authentication.octets()).hasToString(decoded.getString("auth"));
  }

  private static String flags(MapRequest request) {
    MapRequest.Flags flags = request.flags();
    return flag('A', flags.authoritative())
        + flag('M', request.sourceMapping().isPresent())
        + flag('P', flags.probe())
        + flag('S', flags.solicitMapRequest())
        + flag('p', flags.pitr())
        + flag('s', flags.smrInvoked())
        + flag('I', request.xtrIdentity().isPresent())
        + flag('L', flags.localXtr())
        + flag('D', flags.dontMapReply());
  }

  private static String flags(MapReply reply) {
    return flag('P', reply.flags().probe())
        + flag('E', reply.flags().echoNonce())
        + flag('S', reply.flags().security());
  }

  private static String flags(MapRegister register) {
    MapRegister.Flags flags = register.flags();
    return flag('P', flags.proxyMapReply())
        + flag('S', flags.lispSec())
        + flag('I', register.xtrIdentity().isPresent())
        + flag('E', flags.eidNotify())
        + flag('T', flags.useTtl())
        + flag('a', flags.merge())
        + flag('M', flags.wantMapNotify());
  }

  private static String flag(char letter, boolean set) {
    return set ? String.valueOf(letter) : "";
  }
}
