package io.airouter.lisp.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.airouter.lisp.EidPrefix;
import io.airouter.lisp.EncapsulatedControlMessage;
import io.airouter.lisp.LispAddress;
import io.airouter.lisp.Locator;
import io.airouter.lisp.MapNotify;
import io.airouter.lisp.MapRegister;
import io.airouter.lisp.MapReply;
import io.airouter.lisp.MapRequest;
import io.airouter.lisp.MappingRecord;
import io.airouter.lisp.UnsupportedMessage;
import io.airouter.wire.MalformedPacketException;
import io.airouter.wire.PacketTooLargeException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LispEncoderTest {

  @ParameterizedTest
  @EnumSource(GoldenPackets.class)
  void aMessageIsWrittenAsTheRfcDrawsIt(GoldenPackets golden) {
    assertThat(LispEncoder.encode(golden.message())).isEqualTo(golden.octets());
  }

  @Test
  void theLocatorsOfAMapReplyAreSorted() throws MalformedPacketException {
    List<Locator> locators =
        List.of(locator("2001:db8::1"), locator("192.0.2.1"), locator("10.0.0.1"));
    MapReply reply =
        MapReply.of(1, List.of(MappingRecord.proxied(1, EidPrefix.parse("10.100.0.1"), locators)));

    MapReply read = (MapReply) LispDecoder.decode(LispEncoder.encode(reply));

    assertThat(read.records().getFirst().locators()).containsExactlyElementsOf(locators.reversed());
  }

  @Test
  void aMapNotifyRepeatsTheIdentityOfTheRegistration() throws MalformedPacketException {
    MapRegister register = (MapRegister) GoldenPackets.MAP_REGISTER.message();
    MapNotify notify = MapNotify.confirming(register, register.records());

    MapNotify read = (MapNotify) LispDecoder.decode(LispEncoder.encode(notify));

    assertThat(read).isEqualTo(notify);
    assertThat(read.xtrIdentity()).isEqualTo(register.xtrIdentity());
  }

  @Test
  void aNameTooLongForItsMaskIsReadAsItWas() throws MalformedPacketException {
    EidPrefix eid = EidPrefix.parse("name:model/" + "x".repeat(200));
    MapRequest request = MapRequest.of(1, eid, LispAddress.parse("192.0.2.1"));

    assertThat(LispDecoder.decode(LispEncoder.encode(request))).isEqualTo(request);
  }

  @Test
  void anEncapsulatedMessageKeepsItsOctets() {
    EncapsulatedControlMessage ecm =
        (EncapsulatedControlMessage) GoldenPackets.ENCAPSULATED_IN_IPV4.message();
    byte[] message = LispEncoder.encode(ecm.message());

    assertThat(LispEncoder.encapsulate(ecm.inner(), message))
        .isEqualTo(GoldenPackets.ENCAPSULATED_IN_IPV4.octets());
  }

  @Test
  void aMessageLongerThanTheLimitIsRefused() {
    assertThatExceptionOfType(PacketTooLargeException.class)
        .isThrownBy(() -> LispEncoder.encode(GoldenPackets.MAP_REPLY.message(), 60));
  }

  @Test
  void whatWeTakeNoPartInIsNotWritten() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LispEncoder.encode(new UnsupportedMessage(6)));
  }

  private static Locator locator(String rloc) {
    return Locator.unicast(1, 1, LispAddress.parse(rloc));
  }
}
