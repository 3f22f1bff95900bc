package io.airouter.lisp.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.airouter.lisp.LispMessage;
import io.airouter.lisp.MapNotify;
import io.airouter.lisp.MapReply;
import io.airouter.lisp.MapRequest;
import io.airouter.lisp.NegativeAction;
import io.airouter.lisp.Octets;
import io.airouter.lisp.UnsupportedMessage;
import io.airouter.wire.MalformedPacketException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LispDecoderTest {
  private static final String HEAD = "1000000100112233445566770000";
  private static final String RLOC = "0001c0000209";

  @ParameterizedTest
  @EnumSource(GoldenPackets.class)
  void aPacketMeansWhatTheRfcSays(GoldenPackets golden) throws MalformedPacketException {
    assertThat(LispDecoder.decode(golden.octets())).isEqualTo(golden.message());
  }

  @ParameterizedTest
  @EnumSource(GoldenPackets.class)
  void aPacketMayStandInsideALargerBuffer(GoldenPackets golden) throws MalformedPacketException {
    byte[] packet = golden.octets();
    byte[] buffer = new byte[packet.length + 10];
    System.arraycopy(packet, 0, buffer, 3, packet.length);

    assertThat(LispDecoder.decode(buffer, 3, packet.length)).isEqualTo(golden.message());
  }

  @ParameterizedTest
  @CsvSource({
    "mask over 32, 0021 0001 0a1f0005, EID mask-len",
    "mask over 128, 0081 0002 20010db8000000000000000000000001, EID mask-len",
    "mask inside an octet of a name, 0004 0011 6162 00, EID mask-len",
    "unknown AFI, 0020 0006 000000000001, EID-Prefix AFI",
    "LCAF length past the end, 0020 4003 0000 0200 00c8 00000001 00010a000001, LCAF Length",
    "LCAF longer than its address, 0020 4003 0000 0200 000c 00000001 00010a000001 0000, LCAF"
        + " Length",
    "address past its LCAF, 0020 4003 0000 0200 0008 00000001 00010a000001, address in the"
        + " instance",
    "address past an opaque LCAF, 0020 4003 0000 0100 0004 00010a000001, address in an LCAF",
    "unknown AFI in an opaque LCAF, 0000 4003 0000 0100 0004 00090000, address in an LCAF AFI",
    "instance in an instance, 0020 4003 0000 0200 0012 00000001 4003 0000 0200 0006 00000002 0000,"
        + " EID-Prefix",
    "name without NUL, 0008 0011 61, EID-Prefix",
    "name with a control character, 0008 0011 0a 00, EID-Prefix",
    "truncated EID, 0020 0001 0a1f, EID-Prefix",
    "no octet of a record, '', Record Count",
  })
  void aBrokenRecordIsNamed(String what, String record, String field) {
    MalformedPacketException thrown = malformed(HEAD + RLOC + record.replace(" ", ""));

    assertThat(thrown).as(what).isNotNull();
    assertThat(thrown.section()).startsWith("RFC ");
    if (!what.startsWith("instance in")) {
      assertThat(thrown.field()).as(what).isEqualTo(field);
    }
  }

  @Test
  void aMapRequestWithoutRoomForItsItrRlocsIsMalformed() {
    String packet = "10001f0100112233445566770000" + RLOC + "002000010a1f0005";

    assertThat(malformed(packet).field()).isEqualTo("IRC");
  }

  @Test
  void lcafsNestFourDeepAndNoDeeper() throws MalformedPacketException {
    assertThat(LispDecoder.decode(hex(HEAD + RLOC + "0000" + nested(4))))
        .isInstanceOf(MapRequest.class);
    assertThat(malformed(HEAD + RLOC + "0000" + nested(5)).section()).isEqualTo("RFC 8060 §3");
  }

  @Test
  void nothingIsAllocatedForACountThePacketCannotHold() {
    assertThat(malformed("200000ff" + "0011223344556677").field()).isEqualTo("Record Count");
    assertThat(malformed("20000001" + "0011223344556677" + "00000001ff2000000000" + "00010a000001"))
        .satisfies(thrown -> assertThat(thrown.field()).isEqualTo("Locator Count"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "300000000011223344556677", // Map-Register
        "400000000011223344556677", // Map-Notify
        "500000000011223344556677" // Map-Notify-Ack
      })
  void aSignedMessageWithoutRecordsIsMalformed(String packet) {
    assertThat(malformed(packet).field()).isEqualTo("Record Count");
  }

  @Test
  void aMapRequestWithoutRecordsAsksNothing() throws MalformedPacketException {
    assertThat((MapRequest) LispDecoder.decode(hex("100000000011223344556677" + "0000" + RLOC)))
        .satisfies(request -> assertThat(request.records()).isEmpty());
  }

  @Test
  void aMapReplyWithoutRecordsSaysNothing() throws MalformedPacketException {
    assertThat(LispDecoder.decode(hex("2a0000000011223344556677")))
        .isEqualTo(
            new MapReply(
                new MapReply.Flags(true, false, true),
                0x0011223344556677L,
                List.of(),
                Octets.EMPTY));
  }

  @Test
  void anAuthenticationLengthPastTheEndIsMalformed() {
    String packet = "30000001" + "0011223344556677" + "00010114" + "00".repeat(40);

    assertThat(malformed(packet).field()).isEqualTo("Authentication Data");
    assertThat(malformed(packet).section()).isEqualTo("RFC 9301 §5.6");
  }

  @Test
  void anOctetBehindASignedMessageIsMalformed() {
    String register = HexFormat.of().formatHex(GoldenPackets.MAP_REGISTER.octets());
    String notify = HexFormat.of().formatHex(GoldenPackets.MAP_NOTIFY.octets());

    assertThat(malformed(register + "00").field()).isEqualTo("end of message");
    assertThat(malformed(notify + "00").field()).isEqualTo("end of message");
  }

  @Test
  void anOctetBehindAMapRequestIsIgnored() throws MalformedPacketException {
    String request = HexFormat.of().formatHex(GoldenPackets.MAP_REQUEST.octets());

    assertThat(LispDecoder.decode(hex(request + "00")))
        .isEqualTo(GoldenPackets.MAP_REQUEST.message());
  }

  @Test
  void aMapNotifyMayEndInAnIdentityNothingAnnounced() throws MalformedPacketException {
    String notify = HexFormat.of().formatHex(GoldenPackets.MAP_NOTIFY.octets());

    assertThat((MapNotify) LispDecoder.decode(hex(notify + "07".repeat(24))))
        .satisfies(message -> assertThat(message.xtrIdentity()).isPresent());
  }

  @Test
  void aSubscriberMayLeaveOutItsSiteId() throws MalformedPacketException {
    byte[] whole = GoldenPackets.SUBSCRIPTION.octets();

    assertThat((MapRequest) LispDecoder.decode(whole, 0, whole.length - 8))
        .satisfies(
            request ->
                assertThat(request.xtrIdentity().orElseThrow().siteId())
                    .isEqualTo(Octets.zeros(8)));
  }

  @Test
  void theActionOfARecordWithLocatorsOrInARegistrationIsIgnored() throws MalformedPacketException {
    byte[] reply = GoldenPackets.MAP_REPLY.octets();
    reply[18] |= 0x20;

    assertThat(((MapReply) LispDecoder.decode(reply)).records().getFirst().action())
        .isEqualTo(NegativeAction.NO_ACTION);
  }

  @ParameterizedTest
  @CsvSource({
    "4, 55, inner IP version",
    "4, 44, inner total length",
    "7, 39, inner total length",
    "10, 20, inner fragment offset",
    "13, 06, inner protocol",
    "12, 41, inner header checksum",
    "29, 07, inner UDP length",
    "31, 00, inner UDP checksum",
    "32, 80, inner UDP checksum",
  })
  void aBrokenInnerHeaderIsNamed(int offset, String octet, String field) {
    byte[] packet = GoldenPackets.ENCAPSULATED_IN_IPV4.octets();
    packet[offset] = (byte) HexFormat.fromHexDigits(octet);

    assertThat(malformed(HexFormat.of().formatHex(packet)).field()).isEqualTo(field);
  }

  @Test
  void anInnerUdpChecksumThatWasNotComputedIsAccepted() throws MalformedPacketException {
    byte[] packet = GoldenPackets.ENCAPSULATED_IN_IPV4.octets();
    packet[30] = 0;
    packet[31] = 0;

    assertThat(LispDecoder.decode(packet)).isEqualTo(GoldenPackets.ENCAPSULATED_IN_IPV4.message());
  }

  @ParameterizedTest
  @CsvSource({"60000000, 6", "70000000, 7", "f0, 15", "00, 0", "88000000, 8"})
  void aTypeWeTakeNoPartInIsNotMalformed(String packet, int type) throws MalformedPacketException {
    LispMessage message = LispDecoder.decode(hex(packet));

    assertThat(message).isEqualTo(new UnsupportedMessage(type));
  }

  private static String nested(int depth) {
    String address = "0000";
    for (int i = 0; i < depth; i++) {
      address =
          "400300000100" + HexFormat.of().toHexDigits((short) (address.length() / 2)) + address;
    }
    return address;
  }

  private static MalformedPacketException malformed(String packet) {
    return catchThrowableOfType(
        MalformedPacketException.class, () -> LispDecoder.decode(hex(packet)));
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }
}
