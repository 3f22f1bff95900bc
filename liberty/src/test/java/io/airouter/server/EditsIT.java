package io.airouter.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.access.Role;
import io.airouter.lisp.EidPrefix;
import io.airouter.lisp.Locator;
import io.airouter.lisp.MapReply;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.Type;

/** Edits over the API, and how all planes follow them. */
@ExtendWith(ServerExtension.class)
class EditsIT {
  private static final String MODEL = "/api/v1/models/edited";
  private static final String ENDPOINT = "/api/v1/endpoints/edited-1";
  private static final String NAME = "edited.ai-workload.internal.";
  private static final EidPrefix EID = EidPrefix.parse("10.100.7.1/32");
  private static final EidPrefix NEXT_EID = EidPrefix.parse("10.100.7.2/32");

  private final RunningServer server;
  private final Api api;
  private final Dns dns;

  EditsIT(RunningServer server) {
    this.server = server;
    this.api = Api.of(server).as(Role.OPERATOR);
    this.dns = new Dns(server.dns());
  }

  @BeforeEach
  void aModelWithOneEndpoint() {
    Answer model =
        api.post("/api/v1/models", "{\"id\": \"edited\", \"service_eid\": \"10.100.7.1\"}");
    assertThat(model.status()).as(model.body()).isEqualTo(201);
    assertThat(model.header("Location")).hasValueSatisfying(l -> assertThat(l).endsWith(MODEL));
    Answer endpoint =
        api.post(
            MODEL + "/endpoints",
            Json.createObjectBuilder()
                .add("id", "edited-1")
                .add("base_url", base("gpt-4-node"))
                .add("priority", 3)
                .add("weight", 40)
                .build());
    assertThat(endpoint.status()).as(endpoint.body()).isEqualTo(201);
    Awaitility.await().atMost(Trouble.PATIENCE).until(() -> api.isServing("edited", "edited-1"));
  }

  @AfterEach
  void withoutIt() {
    api.delete(MODEL);
  }

  @Test
  void anEidThatIsEditedMovesInLispAtOnce() {
    assertThat(rlocs(EID)).containsExactly("127.0.1.9");
    change(MODEL, "{\"service_eid\": \"10.100.7.2\"}");
    assertThat(rlocs(NEXT_EID)).containsExactly("127.0.1.9");
    assertThat(rlocs(EID)).isEmpty();
  }

  @Test
  void priorityAndWeightFollowInDnsAndLisp() {
    JsonObject answer = change(ENDPOINT, "{\"priority\": 5, \"weight\": 7}").json();
    assertThat(answer.getJsonArray("differences").getValuesAs(JsonObject.class))
        .extracting(d -> d.getString("field") + " " + d.getString("after"))
        .containsExactly("priority 5", "weight 7");
    SRVRecord record =
        dns.services("_http._tcp." + NAME, false).get("edited-1.ep.ai-workload.internal.");
    assertThat(record.getPriority()).isEqualTo(5);
    assertThat(record.getWeight()).isEqualTo(7);
    Locator locator = reply(EID).records().getFirst().locators().getFirst();
    assertThat(locator.priority()).isEqualTo(5);
    assertThat(locator.weight()).isEqualTo(7);
    assertThat(api.isServing("edited", "edited-1")).as("its health is kept").isTrue();
  }

  @Test
  void anEndpointThatMovesIsCheckedAnewAndServesThere() {
    change(
        ENDPOINT,
        Json.createObjectBuilder().add("base_url", base("gpt-4-secondary")).build().toString());
    Awaitility.await().atMost(Trouble.PATIENCE).until(() -> api.isServing("edited", "edited-1"));
    assertThat(Dns.addresses(dns.ask(NAME, Type.A, false))).containsExactly("127.0.1.2");
    assertThat(rlocs(EID)).containsExactly("127.0.1.2");
    assertThat(routedTo()).isEqualTo("edited-1");
  }

  @Test
  void anEndpointUnderMaintenanceIsInNoPlane() {
    assertThat(routedTo()).isEqualTo("edited-1");
    change(ENDPOINT, "{\"admin_state\": \"maintenance\"}");
    assertThat(Dns.addresses(dns.ask(NAME, Type.A, false))).isEmpty();
    assertThat(rlocs(EID)).isEmpty();
    assertThat(routedTo()).isNotEqualTo("edited-1");
    change(ENDPOINT, "{\"admin_state\": \"active\"}");
    Awaitility.await().atMost(Trouble.PATIENCE).until(() -> api.isServing("edited", "edited-1"));
    assertThat(rlocs(EID)).containsExactly("127.0.1.9");
  }

  @Test
  void aModelThatIsRemovedTakesItsEndpointsOutOfAllPlanes() {
    JsonObject plan = api.send(api.request(MODEL + "?dry_run=true").DELETE()).json();
    assertThat(plan.getJsonArray("differences").toString()).contains("endpoint edited-1");
    assertThat(api.get(MODEL).status()).isEqualTo(200);
    assertThat(api.delete(MODEL).status()).isEqualTo(200);
    assertThat(api.get(ENDPOINT).status()).isEqualTo(404);
    assertThat(dns.ask(NAME, Type.A, false).getRcode()).isEqualTo(Rcode.NXDOMAIN);
    assertThat(rlocs(EID)).isEmpty();
  }

  @Test
  void theSecondOfTwoEditorsSeesBothVersions() {
    String seen = api.get(ENDPOINT).header("ETag").orElseThrow();
    change(ENDPOINT, "{\"weight\": 41}");
    Answer refused =
        api.send(
            api.request(ENDPOINT)
                .header("If-Match", seen)
                .method("PATCH", BodyPublishers.ofString("{\"priority\": 9}")));
    assertThat(refused.status()).isEqualTo(412);
    assertThat(refused.json().getJsonObject("current").getString("weight")).isEqualTo("41");
    assertThat(refused.json().getJsonObject("yours").getString("priority")).isEqualTo("9");
    assertThat(api.get(ENDPOINT).json().getInt("priority")).isEqualTo(3);
  }

  @Test
  void aDryRunTellsAndChangesNothing() {
    Answer answer = patch(ENDPOINT + "?dry_run=true", "{\"weight\": 1}");
    assertThat(answer.json().getBoolean("dry_run")).isTrue();
    assertThat(answer.json().getJsonArray("differences")).hasSize(1);
    assertThat(api.get(ENDPOINT).json().getInt("weight")).isEqualTo(40);
    assertThat(patch(ENDPOINT + "?dry_run=1", "{\"weight\": 1}").status()).isEqualTo(422);
  }

  @Test
  void whatIsShownCanBeSentBack() {
    for (String path : List.of(MODEL, ENDPOINT, "/api/v1/policy")) {
      Answer shown = api.get(path);
      Answer same =
          api.send(
              api.request(path + "?dry_run=true")
                  .header("If-Match", shown.header("ETag").orElseThrow())
                  .PUT(BodyPublishers.ofString(shown.body())));
      assertThat(same.status()).as(same.body()).isEqualTo(200);
      assertThat(same.json().getJsonArray("differences")).isEqualTo(JsonValue.EMPTY_JSON_ARRAY);
    }
  }

  @Test
  void aSecretIsTakenAndNeverShown() {
    String secret = "sk-nobody-must-see-this";
    Answer answer = patch(ENDPOINT, "{\"credential_secret\": \"" + secret + "\"}");
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain(secret);
    assertThat(api.get(ENDPOINT).json().getString("credential")).isEqualTo("endpoint/edited-1");
    assertThat(routedTo()).isEqualTo("edited-1");
    for (String path : List.of(ENDPOINT, MODEL, "/api/v1/credentials", "/api/v1/audit")) {
      assertThat(api.get(path).body()).doesNotContain(secret);
    }
    assertThat(api.get("/api/v1/credentials").body()).contains("endpoint/edited-1");
    assertThat(server.output()).doesNotContain(secret);
  }

  @Test
  void eachEditIsInTheAuditLogWithItsActor() {
    change(ENDPOINT, "{\"weight\": 39}");
    JsonObject entry =
        api.get("/api/v1/audit?action=endpoint.&subject=edited-1&count=1")
            .json()
            .getJsonArray("audit")
            .getJsonObject(0);
    assertThat(entry.getString("action")).isEqualTo("endpoint.changed");
    assertThat(entry.getString("actor")).isEqualTo("tester-operator");
    assertThat(entry.getString("detail")).isEqualTo("weight: 40 → 39");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ENDPOINT + " | {\"weight\": 101} | weight",
        ENDPOINT + " | {\"wieght\": 1} | wieght",
        ENDPOINT + " | {\"admin_state\": \"asleep\"} | admin_state",
        ENDPOINT + " | {\"base_url\": \"ftp://x\"} | base_url",
        ENDPOINT + " | {\"base_url\": \"http://169.254.169.254/latest\"} | base_url",
        ENDPOINT + " | {\"base_url\": \"http://u:p@127.0.0.1:1\"} | base_url",
        ENDPOINT + " | {\"credential\": \"nobody's\"} | credential",
        MODEL + " | {\"service_eid\": \"10.100.0.1\"} | service_eid",
        MODEL + " | {\"service_eid\": \"fe80::1%1\"} | service_eid",
        MODEL + " | {\"service_eid\": \"host.example\"} | service_eid",
        MODEL + " | {\"max_tokens\": 100000000} | max_tokens",
        MODEL + " | {\"registration\": {\"path\": \"/a b\"}} | registration.path",
        MODEL + " | {\"capabilities\": {\"simple_qa\": \"superb\"}} | capabilities.simple_qa",
        MODEL
            + " | {\"prices_per_million_tokens\": {\"input\": -1}} | prices_per_million_tokens.input",
        "/api/v1/policy | {\"weights\": {\"capability\": 1}} | weights",
        "/api/v1/policy | {\"classes\": [{\"name\": \"A B\"}]} | classes[0].name",
      })
  void whatCannotBeIsRefusedUnderItsField(String path, String body, String field) {
    Answer answer = patch(path, body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.json().getString("field")).isEqualTo(field);
    assertThat(answer.json().getJsonArray("errors")).isNotEmpty();
  }

  @Test
  void aViewerChangesNothing() {
    Api viewer = Api.of(server).as(Role.VIEWER);
    assertThat(viewer.delete(MODEL).status()).isEqualTo(403);
    assertThat(viewer.post("/api/v1/models", "{\"id\": \"x\"}").status()).isEqualTo(403);
    assertThat(viewer.get("/api/v1/audit").status()).isEqualTo(200);
  }

  private String base(String simulated) {
    return server.simulator().baseUri(simulated).toString();
  }

  private Answer change(String path, String body) {
    Answer answer = patch(path, body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer;
  }

  private Answer patch(String path, String body) {
    return api.send(api.request(path).method("PATCH", BodyPublishers.ofString(body)));
  }

  private String routedTo() {
    JsonObject preferred = Json.createObjectBuilder().add("preferred_model", "edited").build();
    return Api.of(server).route("Hi", preferred).json().getString("endpoint_id");
  }

  private MapReply reply(EidPrefix eid) {
    try (LispPeer peer = new LispPeer(server.lisp())) {
      return peer.askPlainly(7, eid);
    }
  }

  private List<String> rlocs(EidPrefix eid) {
    return reply(eid).records().stream()
        .flatMap(record -> record.locators().stream())
        .map(locator -> locator.rloc().toString())
        .toList();
  }
}
