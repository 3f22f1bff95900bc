package io.airouter.dns.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.dns.BareReply;
import io.airouter.dns.DnsQuery;
import io.airouter.dns.DomainName;
import io.airouter.dns.Edns;
import io.airouter.dns.EdnsOption;
import io.airouter.dns.Opcode;
import io.airouter.dns.Question;
import io.airouter.dns.Rcode;
import io.airouter.dns.RecordClass;
import io.airouter.dns.RecordType;
import io.airouter.dns.codec.DecodedMessage.CookieRequest;
import io.airouter.dns.codec.DecodedMessage.Query;
import io.airouter.dns.codec.DecodedMessage.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DnsDecoderTest {
  private static final byte[] GOLDEN_QUERY =
      Packets.hex(
          """
          2b07                                     ; ID
          0110                                     ; flags: QUERY, RD, CD
          0001 0000 0000 0001                      ; one question, one additional record
          05 4770542d34                            ; label GpT-4
          0b 61692d776f726b6c6f6164                ; label ai-workload
          08 696e7465726e616c                      ; label internal
          00                                       ; root
          0021 0001                                ; SRV IN
          00                                       ; OPT: owner root
          0029 1000                                ; type 41, payload size 4096
          00 00 8000                               ; extended RCODE 0, version 0, DO
          000c                                     ; RDLENGTH
          000a 0008 0102030405060708               ; COOKIE, client part
          """);

  @Test
  void aQueryIsReadFieldByField() {
    EdnsOption cookie = new EdnsOption(EdnsOption.COOKIE, new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
    assertThat(DnsDecoder.decode(GOLDEN_QUERY))
        .isEqualTo(
            new Query(
                new DnsQuery(
                    0x2b07,
                    Opcode.QUERY,
                    true,
                    true,
                    new Question(Packets.MODEL, RecordType.SRV, RecordClass.IN),
                    Optional.of(new Edns(4096, 0, true, List.of(cookie))),
                    Optional.empty())));
  }

  @Test
  void theQuestionKeepsTheCaseOfThePacket() {
    Query decoded = (Query) DnsDecoder.decode(GOLDEN_QUERY);
    assertThat(decoded.query().question().name()).hasToString("GpT-4.ai-workload.internal.");
  }

  @Test
  void aPacketInsideALargerArrayIsReadFromItsOffset() {
    byte[] around = Packets.join(new byte[7], GOLDEN_QUERY, new byte[5]);
    assertThat(DnsDecoder.decode(around, 7, GOLDEN_QUERY.length))
        .isEqualTo(DnsDecoder.decode(GOLDEN_QUERY));
  }

  @Test
  void theLargestNameIsReadAndOneOctetMoreIsRefused() {
    byte[] label63 = Packets.join(new byte[] {63}, "a".repeat(63).getBytes(US_ASCII));
    byte[] start = Packets.join(Packets.header(0, 1, 0, 0, 0), label63, label63, label63);
    byte[] fits = Packets.join(start, new byte[] {61}, "a".repeat(61).getBytes(US_ASCII));
    byte[] exceeds = Packets.join(start, new byte[] {62}, "a".repeat(62).getBytes(US_ASCII));
    byte[] end = Packets.hex("00 0001 0001");
    assertThat(DnsDecoder.decode(Packets.join(fits, end))).isInstanceOf(Query.class);
    assertThat(refusal(Packets.join(exceeds, end)).rcode()).isEqualTo(Rcode.FORMERR);
  }

  @Test
  void aRefusedOpcodeIsAnsweredWithTheHeaderOnly() {
    byte[] notify =
        Packets.join(Packets.header(0x2100, 1, 0, 0, 0), Packets.question(Packets.MODEL, 6, 1));
    BareReply reply = refusal(notify);
    assertThat(reply.rcode()).isEqualTo(Rcode.NOTIMP);
    assertThat(reply.header().opcode()).isEqualTo(Opcode.NOTIFY);
    assertThat(DnsEncoder.encode(reply))
        .isEqualTo(Packets.hex("2b07 a104 0000 0000 0000 0000 ; QR, NOTIFY, RD, NOTIMP"));
  }

  @Test
  void anotherEdnsVersionIsAnsweredByBadversWithTheVersionSpoken() {
    byte[] version1 = Packets.query(1, Packets.opt(1232, 1, 0x8000, cookie(3)));
    assertThat(DnsEncoder.encode(refusal(version1)))
        .isEqualTo(
            Packets.join(
                Packets.hex("2b07 8000 0001 0000 0000 0001 ; QR, low bits of BADVERS are 0"),
                Packets.question(Packets.MODEL, 1, 1),
                Packets.hex("00 0029 04d0 01 00 8000 0000 ; OPT: high bits 1, version 0, DO")));
  }

  @Test
  void aBadOptionIsRefusedWithQuestionAndOpt() {
    BareReply reply = refusal(Packets.query(1, Packets.opt(1232, 0, 0, cookie(7))));
    assertThat(reply.rcode()).isEqualTo(Rcode.FORMERR);
    assertThat(reply.question()).isPresent();
    assertThat(reply.edns()).contains(Edns.ofServer(false, List.of()));
  }

  @Test
  void aCookieIsGivenWithoutAQuestion() {
    byte[] packet = Packets.join(Packets.header(0, 0, 0, 0, 1), Packets.opt(1232, 0, 0, cookie(8)));
    assertThat(DnsDecoder.decode(packet)).isInstanceOf(CookieRequest.class);
    byte[] noCookie = Packets.join(Packets.header(0, 0, 0, 0, 1), Packets.opt(1232, 0, 0));
    assertThat(refusal(noCookie).rcode()).isEqualTo(Rcode.FORMERR);
  }

  @Test
  void anOptIsFoundBetweenOtherAdditionalRecords() {
    byte[] other = Packets.record(Packets.hex("c00c"), 666, 1, new byte[9]);
    byte[] packet = Packets.query(3, other, Packets.opt(1400, 0, 0), other);
    Query decoded = (Query) DnsDecoder.decode(packet);
    assertThat(decoded.query().edns()).map(Edns::udpPayloadSize).contains(1400);
  }

  @Test
  void aTsigIsHandedOnAndRefusedWhereItMustNotStand() {
    Query decoded = (Query) DnsDecoder.decode(Packets.query(1, Packets.tsig("k.test")));
    assertThat(decoded.query().tsig().orElseThrow().keyName())
        .isEqualTo(DomainName.parse("k.test"));
    byte[] opt = Packets.opt(1232, 0, 0);
    byte[] notLast = Packets.query(2, Packets.tsig("k.test"), opt);
    assertThat(refusal(notLast).rcode()).isEqualTo(Rcode.FORMERR);
  }

  @Test
  void aKeyNameMayEndInAPointer() {
    byte[] plain = Packets.tsig("k");
    byte[] afterName = Arrays.copyOfRange(plain, 3, plain.length);
    byte[] packet = Packets.query(1, Packets.hex("01 6b c012"), afterName);
    Query decoded = (Query) DnsDecoder.decode(packet);
    assertThat(decoded.query().tsig().orElseThrow().keyName())
        .hasToString("k.ai-workload.internal.");
  }

  @Test
  void pointersThatDoNotLeadBackAreRefused() {
    int here = 12 + Packets.question(Packets.MODEL, 1, 1).length;
    for (int target : new int[] {here, here + 2, here + 40, 0, 11, 0x3fff}) {
      byte[] owner = Packets.u16(0xc000 | target);
      byte[] packet = Packets.query(1, Packets.record(owner, 1, 1, new byte[4]));
      assertThat(refusal(packet).rcode()).as("pointer to %d", target).isEqualTo(Rcode.FORMERR);
    }
  }

  @Test
  void pointersThatLoopThroughEachOtherAreRefused() {
    int first = 12 + Packets.question(Packets.MODEL, 1, 1).length;
    // A key name "a" + pointer to itself: label, then back to the label, for ever.
    byte[] owner = Packets.join(Packets.hex("01 61"), Packets.u16(0xc000 | first));
    byte[] packet = Packets.query(1, Packets.record(owner, 250, 255, new byte[40]));
    assertThat(refusal(packet).rcode()).isEqualTo(Rcode.FORMERR);
  }

  private static EdnsOption cookie(int octets) {
    return new EdnsOption(EdnsOption.COOKIE, new byte[octets]);
  }

  private static BareReply refusal(byte[] packet) {
    assertThat(DnsDecoder.decode(packet)).isInstanceOf(Refusal.class);
    return ((Refusal) DnsDecoder.decode(packet)).reply();
  }
}
