package io.airouter.dns.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airouter.dns.DnsQuery;
import io.airouter.dns.DnsResponse;
import io.airouter.dns.DomainName;
import io.airouter.dns.Edns;
import io.airouter.dns.EdnsOption;
import io.airouter.dns.Opcode;
import io.airouter.dns.Question;
import io.airouter.dns.RRset;
import io.airouter.dns.Rcode;
import io.airouter.dns.RecordClass;
import io.airouter.dns.RecordData;
import io.airouter.dns.RecordType;
import io.airouter.dns.Tsig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DnsEncoderTest {
  private static final DomainName ZONE = DomainName.parse("m.test");
  private static final RRset SOA =
      RRset.of(
          ZONE, 5, new RecordData.SOA(ZONE.child("ns"), ZONE.child("hm"), 7, 3600, 600, 86400, 5));

  @Test
  void anSrvAnswerIsWrittenFieldByField() {
    DomainName service = DomainName.parse("_http._tcp.G.m.test");
    DomainName target = DomainName.parse("e1.ep.m.test");
    RRset srv = RRset.of(service, 5, new RecordData.SRV(1, 60, 8080, target));
    byte[] reply =
        DnsEncoder.encode(
            DnsResponse.answer(List.of(srv), List.of(address(target, 1))),
            query(service, RecordType.SRV, Optional.empty()),
            512);
    assertThat(reply)
        .isEqualTo(
            Packets.hex(
                """
                2b07 8400 0001 0001 0000 0001        ; ID, QR AA, counts
                05 5f68747470 04 5f746370 01 47      ; 12: _http._tcp.G
                01 6d 04 74657374 00                 ; 25: m.test
                0021 0001                            ; SRV IN
                c00c 0021 0001 00000005              ; owner is the question's name
                0014 0001 003c 1f90                  ; RDLENGTH, priority, weight, port
                02 6531 02 6570 01 6d 04 74657374 00 ; 55: target, never compressed
                c037 0001 0001 00000005              ; owner is the target
                0004 7f000101                        ; 127.0.1.1
                """));
  }

  @Test
  void aNegativeAnswerHasACompressedSoaAndAnOptWhenAsked() {
    byte[] reply =
        DnsEncoder.encode(
            DnsResponse.negative(Rcode.NXDOMAIN, List.of(), SOA),
            query(ZONE.child("x"), RecordType.A, Optional.of(new Edns(4096, 0, true, List.of()))),
            1232);
    assertThat(reply)
        .isEqualTo(
            Packets.hex(
                """
                2b07 8403 0001 0000 0001 0001        ; ID, QR AA NXDOMAIN, counts
                01 78 01 6d 04 74657374 00 0001 0001 ; 12: x.m.test A IN
                c00e 0006 0001 00000005              ; m.test SOA
                001e 02 6e73 c00e 02 686d c00e       ; RDLENGTH, ns.m.test, hm.m.test
                00000007 00000e10 00000258 00015180 00000005
                00 0029 04d0 00 00 8000 0000         ; OPT: 1232, version 0, DO
                """));
  }

  @Test
  void theQuestionIsEchoedInItsCaseAndStillPointedTo() {
    DomainName asked = DomainName.parse("ModeL.m.TEST");
    byte[] reply =
        DnsEncoder.encode(
            DnsResponse.answer(List.of(address(DomainName.parse("model.m.test"), 1)), List.of()),
            query(asked, RecordType.A, Optional.empty()),
            512);
    assertThat(DnsMessageReader.read(reply).questions().getFirst().name())
        .hasToString("ModeL.m.TEST.");
    assertThat(reply).hasSize(12 + asked.wireLength() + 4 + 16);
  }

  @Test
  void optionalRecordsAreLeftOutSilently() {
    DnsResponse response =
        DnsResponse.answer(List.of(addresses(ZONE, 25)), List.of(addresses(ZONE.child("b"), 25)));
    DnsMessageReader.Reply reply = encoded(response, plainQuery(), 512);
    assertThat(reply.truncated()).isFalse();
    assertThat(reply.answers()).hasSize(25);
    assertThat(reply.additional()).isEmpty();
  }

  @Test
  void anAnswerThatDoesNotFitSetsTcAndSendsQuestionAndOptOnly() {
    DnsResponse response = DnsResponse.answer(List.of(addresses(ZONE, 100)), List.of());
    DnsQuery query = query(ZONE, RecordType.A, Optional.of(new Edns(1232, 0, false, List.of())));
    DnsMessageReader.Reply reply = encoded(response, query, 1232);
    assertThat(reply.truncated()).isTrue();
    assertThat(reply.questions()).hasSize(1);
    assertThat(reply.answers()).isEmpty();
    assertThat(reply.additional()).singleElement().matches(r -> r.type().equals(RecordType.OPT));
    assertThat(encoded(response, query, 65_535).answers()).hasSize(100);
  }

  @Test
  void glueOfAReferralThatDoesNotFitSetsTc() {
    RRset ns = RRset.of(ZONE, 5, new RecordData.NS(ZONE.child("ns")));
    DnsResponse referral =
        new DnsResponse(
            Rcode.NOERROR,
            false,
            false,
            List.of(),
            List.of(ns),
            List.of(addresses(ZONE.child("ns"), 40)),
            Optional.empty(),
            Optional.empty());
    DnsMessageReader.Reply reply = encoded(referral, plainQuery(), 512);
    assertThat(reply.truncated()).isTrue();
    assertThat(reply.authority()).isEmpty();
  }

  @Test
  void aReplyEndsExactlyAtItsLimit() {
    DnsQuery query = plainQuery();
    DnsResponse response = DnsResponse.answer(List.of(addresses(ZONE, 100)), List.of());
    int whole = DnsEncoder.encode(response, query, 65_535).length;
    assertThat(DnsEncoder.encode(response, query, whole)).hasSize(whole);
    assertThat(encoded(response, query, whole - 1).truncated()).isTrue();
  }

  @Test
  void anOptIsNeverSentToAClientWithoutOne() {
    DnsResponse response =
        DnsResponse.error(Rcode.REFUSED).withEdns(Edns.ofServer(false, List.of()));
    assertThat(encoded(response, plainQuery(), 512).additional()).isEmpty();
  }

  @Test
  void anExtendedRcodeWithoutEdnsBecomesServfail() {
    DnsResponse response = DnsResponse.error(Rcode.BADCOOKIE);
    assertThat(encoded(response, plainQuery(), 512).headerRcode()).isEqualTo(2);
  }

  @Test
  void optionsThatWouldPushTheQuestionOutAreDropped() {
    EdnsOption large = new EdnsOption(EdnsOption.PADDING, new byte[600]);
    DnsResponse response =
        DnsResponse.error(Rcode.REFUSED).withEdns(Edns.ofServer(false, List.of(large)));
    DnsQuery query = query(ZONE, RecordType.A, Optional.of(new Edns(512, 0, false, List.of())));
    byte[] reply = DnsEncoder.encode(response, query, 512);
    assertThat(reply).hasSize(12 + ZONE.wireLength() + 4 + 11);
  }

  @Test
  void aTsigIsTheLastRecord() {
    Tsig asked =
        new Tsig(
            ZONE, DomainName.parse("hmac-sha256"), 1L << 40, 300, new byte[32], 7, 0, new byte[0]);
    DnsQuery query = query(ZONE, RecordType.A, Optional.of(new Edns(512, 0, false, List.of())));
    DnsMessageReader.Reply reply =
        encoded(DnsResponse.error(Rcode.NOTAUTH).withTsig(asked.badKey()), query, 512);
    assertThat(reply.headerRcode()).isEqualTo(9);
    assertThat(reply.additional())
        .extracting(r -> r.type().toString())
        .containsExactly("OPT", "TSIG");
  }

  @Test
  void pointersReachOnlyTheFirst16384Octets() {
    List<RRset> sets = new ArrayList<>();
    for (int i = 0; i < 1_500; i++) {
      sets.add(address(ZONE.child("early").child("host-" + i), 1));
    }
    for (int i = 0; i < 3; i++) {
      sets.add(address(DomainName.parse("late.example").child("host"), 1));
    }
    DnsMessageReader.Reply reply =
        encoded(DnsResponse.answer(sets, List.of()), plainQuery(), 65_535);
    assertThat(reply.answers())
        .isEqualTo(sets.stream().flatMap(set -> set.resourceRecords().stream()).toList());
  }

  @Test
  void aLimitBelowWhatEachClientTakesIsABug() {
    assertThatThrownBy(() -> DnsEncoder.encode(DnsResponse.error(Rcode.REFUSED), plainQuery(), 511))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static DnsMessageReader.Reply encoded(DnsResponse response, DnsQuery query, int limit) {
    byte[] reply = DnsEncoder.encode(response, query, limit);
    assertThat(reply.length).isLessThanOrEqualTo(limit);
    return DnsMessageReader.read(reply);
  }

  private static DnsQuery plainQuery() {
    return query(ZONE, RecordType.A, Optional.empty());
  }

  private static DnsQuery query(DomainName name, RecordType type, Optional<Edns> edns) {
    Question question = new Question(name, type, RecordClass.IN);
    return new DnsQuery(Packets.ID, Opcode.QUERY, false, false, question, edns, Optional.empty());
  }

  private static RRset address(DomainName owner, int host) {
    return RRset.of(owner, 5, Addresses.a(127, 0, 1, host));
  }

  private static RRset addresses(DomainName owner, int count) {
    List<RecordData> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      records.add(Addresses.a(127, 0, 1, i));
    }
    return new RRset(owner, RecordType.A, 5, records);
  }
}
