package io.airouter.nameserver;

import static io.airouter.nameserver.Zones.down;
import static io.airouter.nameserver.Zones.instance;
import static io.airouter.nameserver.Zones.service;
import static io.airouter.nameserver.Zones.snapshot;
import static io.airouter.nameserver.Zones.withPriority;
import static io.airouter.nameserver.Zones.withTls;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.airouter.dns.DnsQuery;
import io.airouter.dns.DnsResponse;
import io.airouter.dns.DomainName;
import io.airouter.dns.Question;
import io.airouter.dns.RRset;
import io.airouter.dns.Rcode;
import io.airouter.dns.RecordClass;
import io.airouter.dns.RecordData;
import io.airouter.dns.RecordType;
import io.airouter.dns.Tsig;
import io.airouter.table.Snapshot;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions and the sections of their answers. */
class NameServerTest {
  private static final String ZONE = "ai-workload.internal.";
  private static final InetAddress NS1 = InetAddress.ofLiteral("127.0.0.9");
  private static final Snapshot FLEET =
      snapshot(
          7,
          service(
              "gpt-4",
              instance("gpt-4-primary", 60, "127.0.1.1", "::1"),
              instance("gpt-4-secondary", 0, "127.0.1.2"),
              withPriority(instance("gpt-4-reserve", 50, "127.0.1.3"), 2)),
          service("gpt-3.5-fast", instance("gpt-3.5-fast-1", 100, "127.0.3.1")),
          service("claude-3", withTls(instance("claude-3-primary", 70, "127.0.2.1"))),
          service("llama", down(instance("llama-1", 100, "127.0.4.1"))),
          service("empty"));

  private Snapshot live = FLEET;
  private final NameServer nameServer =
      new NameServer(() -> live, new NameServerSettings(List.of(NS1), 1_000), new Random(1));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gpt-4                     | A    | A[address=/127.0.1.1]
          gpt-4                     | AAAA | AAAA[address=/0:0:0:0:0:0:0:1]
          gpt-4                     | TXT  | TXT[strings=[dialect=openai, model=gpt-4-2026, eid=10.100.0.1]]
          gpt-3.5-fast              | A    | A[address=/127.0.3.1]
          GPT-3.5-Fast              | A    | A[address=/127.0.3.1]
          _http._tcp.gpt-3.5-fast   | SRV  | SRV[priority=1, weight=100, port=18080, target=gpt-3.5-fast-1.ep.ai-workload.internal.]
          _https._tcp.claude-3      | SRV  | SRV[priority=1, weight=70, port=443, target=claude-3-primary.ep.ai-workload.internal.]
          gpt-4-primary.ep          | A    | A[address=/127.0.1.1]
          gpt-4-secondary.ep        | A    | A[address=/127.0.1.2]
          gpt-3.5-fast-1.ep         | A    | A[address=/127.0.3.1]
          ns1                       | A    | A[address=/127.0.0.9]
          gpt-4                     | ANY  | HINFO[cpu=RFC8482, os=]
          """)
  void aNameIsAnsweredWithItsRecords(String name, String type, String expected) {
    DnsResponse response = ask(name + "." + ZONE, type);

    assertThat(response.rcode()).isEqualTo(Rcode.NOERROR);
    assertThat(response.authoritative()).isTrue();
    assertThat(response.authority()).isEmpty();
    assertThat(response.answers()).hasSize(1);
    assertThat(records(response)).map(Object::toString).containsExactly(expected);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          gpt-4, MX, NOERROR
          gpt-4, TYPE666, NOERROR
          gpt-4, TYPE0, NOERROR
          _tcp.gpt-4, A, NOERROR
          _tcp.gpt-4, ANY, NOERROR
          _http._tcp.gpt-4, A, NOERROR
          _http._tcp.claude-3, SRV, NOERROR
          ep, A, NOERROR
          5-fast, A, NOERROR
          5-fast-1.ep, A, NOERROR
          _http._tcp.empty, SRV, NOERROR
          empty, A, NOERROR
          llama, A, NOERROR
          llama, AAAA, NOERROR
          _http._tcp.llama, SRV, NOERROR
          llama-1.ep, A, NOERROR
          nobody, A, NXDOMAIN
          nobody, ANY, NXDOMAIN
          gpt-4-primary, A, NXDOMAIN
          _https._tcp.gpt-4, SRV, NXDOMAIN
          _udp.gpt-4, A, NXDOMAIN
          a.b.c.gpt-4, A, NXDOMAIN
          nobody.ep, A, NXDOMAIN
          """)
  void aNegativeAnswerCarriesTheSoaWithTheNegativeTtl(String name, String type, String rcode) {
    DnsResponse response = ask(name + "." + ZONE, type);

    assertThat(response.rcode()).hasToString(rcode);
    assertThat(response.authoritative()).isTrue();
    assertThat(response.answers()).isEmpty();
    assertThat(response.authority()).hasSize(1);
    RRset soa = response.authority().getFirst();
    assertThat(soa.type()).isEqualTo(RecordType.SOA);
    assertThat(soa.name()).isEqualTo(DomainName.parse(ZONE));
    assertThat(soa.ttlSeconds()).isEqualTo(2);
    assertThat(soa.records()).first().extracting("minimum").isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          gpt-4.example.com, A, IN, REFUSED
          ., NS, IN, REFUSED
          internal, SOA, IN, REFUSED
          xai-workload.internal, A, IN, REFUSED
          version.bind, TXT, CH, REFUSED
          gpt-4.ai-workload.internal, A, CH, REFUSED
          gpt-4.ai-workload.internal, A, ANY, REFUSED
          ai-workload.internal, AXFR, IN, REFUSED
          ai-workload.internal, IXFR, IN, REFUSED
          gpt-4.ai-workload.internal, TKEY, IN, NOTIMP
          gpt-4.ai-workload.internal, MAILB, IN, NOTIMP
          """)
  void whatIsNotItsBusinessIsRefusedWithoutRecords(
      String name, String type, String recordClass, String rcode) {
    Question question =
        new Question(
            DomainName.parse(name),
            RecordType.parse(type).orElseThrow(),
            RecordClass.parse(recordClass).orElseThrow());
    DnsResponse response = nameServer.answer(DnsQuery.of(1, question));

    assertThat(response).isEqualTo(DnsResponse.error(response.rcode()));
    assertThat(response.rcode()).hasToString(rcode);
  }

  @Test
  void aServerThatKnowsNoAddressOfItsOwnTellsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NameServerSettings(List.of(InetAddress.ofLiteral("0.0.0.0")), 1));
    assertThat(new NameServerSettings(List.of(), 1).addresses()).isEmpty();
  }

  @Test
  void theApexHasSoaAndNs() {
    assertThat(records(ask(ZONE, "NS")))
        .containsExactly(new RecordData.NS(DomainName.parse("ns1." + ZONE)));
    assertThat(records(ask(ZONE, "SOA")))
        .first()
        .extracting("primary", "serial")
        .containsExactly(DomainName.parse("ns1." + ZONE), 1_007L);
    assertThat(ask(ZONE, "A").rcode()).isEqualTo(Rcode.NOERROR);
  }

  @Test
  void srvNamesEveryServingInstanceWithItsTrueWeightAndItsAddresses() {
    DnsResponse response = ask("_http._tcp.gpt-4." + ZONE, "SRV");

    assertThat(records(response))
        .extracting("priority", "weight")
        .containsExactly(tuple(1, 60), tuple(1, 0), tuple(2, 50));
    assertThat(response.additional())
        .extracting(set -> set.name().labels().getFirst() + " " + set.type())
        .containsExactly(
            "gpt-4-primary A", "gpt-4-primary AAAA", "gpt-4-secondary A", "gpt-4-reserve A");
  }

  @Test
  void aChangeIsSeenByTheNextQuery() {
    live = snapshot(8, service("gpt-4", instance("b", 10, "127.0.1.2")));
    assertThat(records(ask("gpt-4." + ZONE, "A"))).hasToString("[A[address=/127.0.1.2]]");
    assertThat(ask("claude-3." + ZONE, "TXT").rcode()).isEqualTo(Rcode.NXDOMAIN);

    live = snapshot(9, service("gpt-4", down(instance("b", 10, "127.0.1.2"))));
    assertThat(ask("gpt-4." + ZONE, "A").answers()).isEmpty();
    assertThat(records(ask(ZONE, "SOA"))).first().extracting("serial").isEqualTo(1_009L);
  }

  @Test
  void anUnknownKeyIsAnsweredWithBadkey() {
    Tsig tsig =
        new Tsig(
            DomainName.parse("key"),
            DomainName.parse("hmac-sha256"),
            0,
            300,
            new byte[32],
            1,
            0,
            new byte[0]);
    DnsQuery plain = query("gpt-4." + ZONE, "A");
    DnsQuery signed =
        new DnsQuery(
            1, plain.opcode(), false, false, plain.question(), Optional.empty(), Optional.of(tsig));

    DnsResponse response = nameServer.answer(signed);

    assertThat(response.rcode()).isEqualTo(Rcode.NOTAUTH);
    assertThat(response.tsig()).contains(tsig.badKey());
  }

  @Test
  void outcomesAreCounted() {
    ask("gpt-4." + ZONE, "A");
    ask("gpt-4." + ZONE, "MX");
    ask("nobody." + ZONE, "A");
    ask("example.com", "A");

    assertThat(nameServer.counters())
        .containsEntry("noerror", 1L)
        .containsEntry("nodata", 1L)
        .containsEntry("nxdomain", 1L)
        .containsEntry("refused", 1L)
        .containsEntry("dropped_too_short", 0L);
  }

  private DnsResponse ask(String name, String type) {
    return nameServer.answer(query(name, type));
  }

  private static DnsQuery query(String name, String type) {
    RecordType asked = RecordType.parse(type).orElseThrow();
    return DnsQuery.of(1, new Question(DomainName.parse(name), asked, RecordClass.IN));
  }

  private static List<RecordData> records(DnsResponse response) {
    return response.answers().stream().flatMap(set -> set.records().stream()).toList();
  }
}
