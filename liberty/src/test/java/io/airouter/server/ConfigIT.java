package io.airouter.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.access.Role;
import io.airouter.lisp.EidPrefix;
import io.airouter.lisp.LispAddress;
import io.airouter.lisp.Locator;
import jakarta.json.JsonObject;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code POST /config}, and how the planes follow it. */
@ExtendWith(ServerExtension.class)
class ConfigIT {
  private static final String MODEL = "/api/v1/models/edited";
  private static final String NAME = "edited.ai-workload.internal.";
  private static final EidPrefix NEXT_EID = EidPrefix.parse("10.100.7.2/32");

  private final RunningServer server;
  private final Api api;
  private final Dns dns;

  ConfigIT(RunningServer server) {
    this.server = server;
    this.api = Api.of(server).as(Role.OPERATOR);
    this.dns = new Dns(server.dns());
  }

  @BeforeEach
  void aModelWithOneEndpoint() {
    configured(
        """
        {"service": "llm", "config": {"models": {"edited": {"eid": "10.100.7.1",
          "endpoints": [{"id": "edited-1", "url": "%s"}]}}}}"""
            .formatted(server.simulator().baseUri("gpt-4-node")));
    Awaitility.await().atMost(Trouble.PATIENCE).until(() -> api.isServing("edited", "edited-1"));
  }

  @AfterEach
  void withoutIt() {
    api.delete(MODEL);
  }

  @Test
  void aServiceIsConfiguredInTheFormOfTheFile() {
    JsonObject plan =
        configured(
            "{\"service\": \"llm\", \"dry_run\": true, \"config\": {\"models\": {\"edited\":"
                + " {\"rate_limit\": 60, \"cost_per_token\": 0.00003, \"eid\": \"10.100.7.2\"}}}}");
    assertThat(plan.getJsonArray("differences").getValuesAs(JsonObject.class))
        .extracting(d -> d.getString("field"))
        .containsExactlyInAnyOrder(
            "rate_limit",
            "service_eid",
            "prices_per_million_tokens.input",
            "prices_per_million_tokens.output",
            "prices_per_million_tokens.cached_input");
    assertThat(rlocs(NEXT_EID)).isEmpty();
    configured(
        "{\"service\": \"llm\", \"config\": {\"models\": {\"edited\": {\"eid\": \"10.100.7.2\"}}}}");
    assertThat(rlocs(NEXT_EID)).containsExactly("127.0.1.9");
    configured(
        "{\"service\": \"dns\", \"config\": {\"services\": {\"edited\": {\"edited-1\": 12}}}}");
    assertThat(
            dns.services("_http._tcp." + NAME, false)
                .get("edited-1.ep.ai-workload.internal.")
                .getWeight())
        .isEqualTo(12);
    configured("{\"service\": \"llm\", \"config\": {\"models\": {\"edited\": null}}}");
    assertThat(api.get(MODEL).status()).isEqualTo(404);
  }

  @Test
  void aSiteThatIsConfiguredRegistersAtOnce() {
    String before = "{\"service\": \"lisp\", \"config\": {\"sites\": %s}}";
    String known =
        "{\"name\": \"gpu-farm\", \"eid_prefixes\": [\"10.100.0.0/16\", \"name:model/\"],"
            + " \"accept_more_specifics\": true, \"notify_port\": \"source\", \"keys\": [{\"id\": 0}]}";
    String fresh =
        "{\"name\": \"edits\", \"eid_prefixes\": [\"10.200.0.0/24\"], \"notify_port\": \"source\","
            + " \"keys\": [{\"id\": 0, \"secret\": \"a new site's secret\"}]}";
    JsonObject answer = configured(before.formatted("[" + known + ", " + fresh + "]"));
    assertThat(answer.toString()).doesNotContain("a new site's secret").contains("site edits");
    EidPrefix eid = EidPrefix.parse("10.200.0.0/24");
    Locator locator = Locator.unicast(1, 100, LispAddress.parse("127.0.1.9"));
    try (LispPeer peer = new LispPeer(server.lisp())) {
      peer.send(LispPeer.signed(LispPeer.register(1, 10, eid, locator), "a new site's secret"));
      assertThat(peer.receive()).as("the Map-Notify").isPresent();
    }
    assertThat(rlocs(EidPrefix.parse("10.200.0.1/32"))).containsExactly("127.0.1.9");
    configured(before.formatted("[" + known + "]"));
    assertThat(rlocs(EidPrefix.parse("10.200.0.1/32"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"service\": \"http\", \"config\": {}} | service",
        "{\"service\": \"llm\"} | config",
        "{\"service\": \"dns\", \"config\": {\"ttl\": 5}} | ttl",
        "{\"service\": \"lisp\", \"config\": {\"control_port\": 4343}} | control_port",
        "{\"service\": \"llm\", \"config\": {\"models\": {\"edited\": {\"name\": \"${HOME}\"}}}}"
            + " | models.edited.name",
        "{\"service\": \"llm\", \"config\": {\"models\": {\"edited\": {\"max_token\": 1}}}}"
            + " | models.edited.max_token",
        "{\"service\": \"dns\", \"config\": {\"services\": {\"edited\": {\"x\": 1}}}}"
            + " | services.edited.x",
      })
  void aConfigurationThatCannotBeIsRefusedUnderItsKey(String body, String field) {
    Answer answer = api.post("/config", body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    assertThat(answer.json().getString("field")).isEqualTo(field);
  }

  private JsonObject configured(String body) {
    Answer answer = api.post("/config", body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  private List<String> rlocs(EidPrefix eid) {
    try (LispPeer peer = new LispPeer(server.lisp())) {
      return peer.askPlainly(7, eid).records().stream()
          .flatMap(record -> record.locators().stream())
          .map(locator -> locator.rloc().toString())
          .toList();
    }
  }
}
