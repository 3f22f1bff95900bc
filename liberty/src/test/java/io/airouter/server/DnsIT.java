package io.airouter.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.access.Role;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** The zone as a resolver sees it, and how it follows health and weights. */
@ExtendWith(ServerExtension.class)
class DnsIT {
  private static final String ZONE = "ai-workload.internal.";
  private static final String GPT_4 = "gpt-4." + ZONE;

  private final RunningServer server;
  private final Api api;
  private final Dns dns;

  DnsIT(RunningServer server) {
    this.server = server;
    this.api = Api.of(server);
    this.dns = new Dns(server.dns());
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aModelsAddressesAreThoseOfItsEndpoints(boolean tcp) {
    Message reply = dns.ask(GPT_4, Type.A, tcp);
    assertThat(reply.getRcode()).isEqualTo(Rcode.NOERROR);
    assertThat(reply.getHeader().getFlag(Flags.AA)).isTrue();
    assertThat(reply.getHeader().getFlag(Flags.RA)).isFalse();
    assertThat(Dns.addresses(reply)).isNotEmpty().isSubsetOf("127.0.1.1", "127.0.1.2");
  }

  @Test
  void theApiShowsTheRecordsAndWhatThePortAnswers() {
    Api viewer = api.as(Role.VIEWER);
    JsonObject records = viewer.get("/api/v1/dns/records?q=gpt-4+srv").json();
    assertThat(records.getJsonArray("records")).hasSize(2);
    assertThat(viewer.get("/api/v1/dns/records.csv?q=gpt-4+srv").body().lines()).hasSize(3);
    JsonObject answer =
        viewer.get("/api/v1/dns/ask?type=srv&transport=tcp&name=_http._tcp." + GPT_4).json();
    assertThat(answer.getString("rcode")).isEqualTo("NOERROR");
    assertThat(answer.getString("text")).contains("gpt-4-primary.ep." + ZONE);
    assertThat(viewer.get("/api/v1/dns/ask?name=..").status()).isEqualTo(422);
    assertThat(viewer.get("/api/v1/dns/ask?type=nonsense&name=" + GPT_4).status()).isEqualTo(422);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void srvNamesEachEndpointWithItsPortAndWeight(boolean tcp) {
    Map<String, SRVRecord> targets = dns.services("_http._tcp." + GPT_4, tcp);
    assertThat(targets).containsOnlyKeys("gpt-4-primary.ep." + ZONE, "gpt-4-secondary.ep." + ZONE);
    SRVRecord primary = targets.get("gpt-4-primary.ep." + ZONE);
    assertThat(primary.getWeight()).isEqualTo(70);
    assertThat(primary.getPriority()).isEqualTo(1);
    assertThat(primary.getPort()).isEqualTo(server.simulator().baseUri("gpt-4-primary").getPort());
    assertThat(Dns.addresses(dns.ask("gpt-4-primary.ep." + ZONE, Type.A, tcp)))
        .containsExactly("127.0.1.1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpt-4", "claude-3", "gpt-3.5-fast", "llama3.2-local"})
  void everyModelHasAddressServiceAndText(String model) {
    String name = model + "." + ZONE;
    assertThat(Dns.addresses(dns.ask(name, Type.A, false))).isNotEmpty();
    assertThat(dns.services("_http._tcp." + name, false)).isNotEmpty();
    assertThat(dns.ask(name, Type.TXT, false).getSection(Section.ANSWER))
        .hasSize(1)
        .allMatch(TXTRecord.class::isInstance);
  }

  @Test
  void theApexHasItsAuthorityAndNameServer() {
    assertThat(dns.ask(ZONE, Type.SOA, false).getSection(Section.ANSWER))
        .singleElement()
        .isInstanceOf(SOARecord.class);
    assertThat(dns.ask(ZONE, Type.NS, true).getSection(Section.ANSWER))
        .singleElement()
        .isInstanceOf(NSRecord.class);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aNameThatDoesNotExistIsDeniedWithTheSoa(boolean tcp) {
    Message reply = dns.ask("gpt-99." + ZONE, Type.A, tcp);
    assertThat(reply.getRcode()).isEqualTo(Rcode.NXDOMAIN);
    assertThat(reply.getSection(Section.AUTHORITY)).singleElement().isInstanceOf(SOARecord.class);
  }

  @Test
  void aTypeThatANameLacksIsNoDataWithTheSoa() {
    Message reply = dns.ask(GPT_4, Type.AAAA, false);
    assertThat(reply.getRcode()).isEqualTo(Rcode.NOERROR);
    assertThat(reply.getSection(Section.ANSWER)).isEmpty();
    assertThat(reply.getSection(Section.AUTHORITY)).singleElement().isInstanceOf(SOARecord.class);
  }

  @Test
  void anotherZoneIsRefused() {
    assertThat(dns.ask("gpt-4.example.", Type.A, false).getRcode()).isEqualTo(Rcode.REFUSED);
  }

  @Test
  void anEndpointThatDiesLeavesDnsAndRoutingAndComesBack() {
    String dead = "claude-3-primary";
    String services = "_http._tcp.claude-3." + ZONE;
    try (var _ = Trouble.with(server, Trouble.REFUSING, dead).seen()) {
      assertThat(dns.services(services, false)).containsOnlyKeys("claude-3-backup.ep." + ZONE);
      assertThat(Dns.addresses(dns.ask("claude-3." + ZONE, Type.A, false)))
          .containsExactly("127.0.2.2");
      Answer chat =
          api.post(
              "/v1/chat/completions",
              "{\"model\": \"claude-3\", \"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}]}");
      assertThat(chat.header("x-router-endpoint")).contains("claude-3-backup");
      assertThat(chat.header("x-router-attempts")).contains("1");
    }
    assertThat(dns.services(services, false)).containsKey(dead + ".ep." + ZONE);
  }

  @Test
  void aWeightThatIsSetShowsAtOnce() {
    try {
      api.setWeight("gpt-4", "gpt-4-primary", 0);
      Map<String, SRVRecord> targets = dns.services("_http._tcp." + GPT_4, false);
      assertThat(targets.get("gpt-4-primary.ep." + ZONE).getWeight()).isZero();
      assertThat(Dns.addresses(dns.ask(GPT_4, Type.A, false))).containsExactly("127.0.1.2");
      for (int i = 0; i < 10; i++) {
        Answer routed = api.post("/route", "{\"query\": \"Hi\", \"preferred_model\": \"gpt-4\"}");
        assertThat(routed.json().getString("endpoint_id")).isEqualTo("gpt-4-secondary");
      }
    } finally {
      api.setWeight("gpt-4", "gpt-4-primary", 70);
    }
    assertThat(dns.services("_http._tcp." + GPT_4, true).get("gpt-4-primary.ep." + ZONE))
        .extracting(SRVRecord::getWeight)
        .isEqualTo(70);
  }

  @Test
  void octetsThatAreNoQueryAreCountedAndHarmNothing() {
    long before = refusedOrDropped();
    int mark = server.output().length();
    Random random = new Random(8053);
    List<byte[]> packets =
        random.ints(300, 0, 600).mapToObj(length -> Datagrams.random(random, length)).toList();
    Datagrams.send(server.dns(), packets);
    Dns.sendOverTcp(server.dns(), packets.subList(0, 20));
    Awaitility.await()
        .atMost(Trouble.PATIENCE)
        .until(() -> refusedOrDropped() > before + packets.size() / 2);
    assertThat(dns.ask(GPT_4, Type.A, false).getRcode()).isEqualTo(Rcode.NOERROR);
    assertThat(server.output().substring(mark)).doesNotContain("Exception", "\tat ");
  }

  private long refusedOrDropped() {
    var counters = api.get("/stats").json().getJsonObject("dns_stats");
    return counters.keySet().stream()
        .filter(
            name ->
                name.startsWith("dropped")
                    || List.of("formerr", "notimp", "badvers", "refused").contains(name))
        .mapToLong(name -> counters.getJsonNumber(name).longValue())
        .sum();
  }
}
