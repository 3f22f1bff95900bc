package io.airouter.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.access.Role;
import io.airouter.lisp.EidPrefix;
import io.airouter.lisp.LispAddress;
import io.airouter.lisp.Locator;
import io.airouter.lisp.MapNotify;
import io.airouter.lisp.MapRegister;
import io.airouter.lisp.MapReply;
import io.airouter.lisp.MappingRecord;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.Type;

/** The map-server as xTRs see it, and what their registrations change in the other planes. */
@ExtendWith(ServerExtension.class)
class LispIT {
  private static final EidPrefix GPT_4 = EidPrefix.parse("10.100.0.1/32");
  private static final String NODE_ADDRESS = RunningServer.UNREGISTERED.address();
  private static final String NODE = "gpt-4-at-" + NODE_ADDRESS.replace('.', '-');

  /** Before all others: lower priorities go first. */
  private static final Locator LOCATOR = Locator.unicast(0, 100, LispAddress.parse(NODE_ADDRESS));

  private final RandomGenerator nonces = RandomGenerator.getDefault();
  private final RunningServer server;
  private final Api api;
  private final LispPeer peer;

  LispIT(RunningServer server) {
    this.server = server;
    this.api = Api.of(server);
    this.peer = new LispPeer(server.lisp());
  }

  @AfterEach
  void close() {
    peer.close();
  }

  private MapRegister register(long ttlMinutes, Locator... locators) {
    return LispPeer.register(nonces.nextLong(), ttlMinutes, GPT_4, locators);
  }

  /** Sends a registration and gives the Map-Notify that confirms it. */
  private MapNotify confirmed(MapRegister register) {
    peer.send(LispPeer.signed(register, RunningServer.SITE_KEY));
    byte[] packet = peer.receive().orElseThrow();
    assertThat(LispPeer.authenticator(RunningServer.SITE_KEY).verify(packet)).isTrue();
    return (MapNotify) LispPeer.decoded(packet);
  }

  private void takeBack() {
    confirmed(register(0, LOCATOR));
    Awaitility.await().atMost(Trouble.PATIENCE).until(() -> api.endpoint("gpt-4", NODE).isEmpty());
  }

  @Test
  void theApiShowsTheMappingsAndWhichOfThemAnswersAnEid() {
    Api viewer = api.as(Role.VIEWER);
    JsonObject answer = viewer.get("/api/v1/mappings/lookup?eid=10.100.0.1").json();
    assertThat(answer.getJsonObject("entry").getString("model")).isEqualTo("gpt-4");
    assertThat(answer.getJsonArray("map_reply").getJsonObject(0).getString("eid_prefix"))
        .isEqualTo("10.100.0.1/32");
    JsonObject nobody = viewer.get("/api/v1/mappings/lookup?eid=203.0.113.9").json();
    assertThat(nobody.isNull("entry")).isTrue();
    assertThat(nobody.getJsonArray("map_reply").getJsonObject(0).getString("action"))
        .isEqualTo("natively_forward");
    assertThat(viewer.get("/api/v1/mappings/lookup?eid=10.1.0.0/99").status()).isEqualTo(422);
    assertThat(viewer.get("/api/v1/mappings?q=gpt-4").json().getJsonArray("mappings")).hasSize(2);
    assertThat(viewer.get("/api/v1/mappings.csv?q=gpt-4").body().lines()).hasSize(3);
  }

  @Test
  void aRegisteredNodeIsConfirmedAndServesInEveryPlane() {
    MapRegister register = register(10, LOCATOR);
    try {
      MapNotify notify = confirmed(register);
      assertThat(notify.nonce()).isEqualTo(register.nonce());
      assertThat(notify.records()).extracting(MappingRecord::eid).containsExactly(GPT_4);
      Awaitility.await().atMost(Trouble.PATIENCE).until(() -> api.isServing("gpt-4", NODE));
      assertThat(api.endpoint("gpt-4", NODE).orElseThrow().getString("origin"))
          .isEqualTo("registered");
      Dns dns = new Dns(server.dns());
      assertThat(Dns.addresses(dns.ask("gpt-4.ai-workload.internal.", Type.A, false)))
          .containsExactly(NODE_ADDRESS);
      JsonObject preferred = Json.createObjectBuilder().add("preferred_model", "gpt-4").build();
      JsonObject routed = api.route("Say hello", preferred).json();
      assertThat(routed.getString("endpoint_id")).isEqualTo(NODE);
      assertThat(routed.getString("llm_response")).isNotBlank();
      assertThat(rlocs(peer.askPlainly(7, GPT_4))).contains(NODE_ADDRESS);
    } finally {
      takeBack();
    }
    assertThat(rlocs(peer.askPlainly(8, GPT_4))).doesNotContain(NODE_ADDRESS);
  }

  @Test
  void whatIsNotSignedWithTheSitesKeyIsDropped() {
    long before = counter("dropped_authentication");
    peer.send(LispPeer.signed(register(10, LOCATOR), "somebody else's key"));
    Awaitility.await()
        .atMost(Trouble.PATIENCE)
        .until(() -> counter("dropped_authentication") == before + 1);
    assertThat(api.endpoint("gpt-4", NODE)).isEmpty();
  }

  @Test
  void aRegistrationThatIsPlayedAgainIsDropped() {
    byte[] packet = LispPeer.signed(register(10, LOCATOR), RunningServer.SITE_KEY);
    try {
      peer.send(packet);
      assertThat(peer.receive()).isPresent();
    } finally {
      takeBack();
    }
    long before = counter("dropped_replay");
    peer.send(packet);
    Awaitility.await()
        .atMost(Trouble.PATIENCE)
        .until(() -> counter("dropped_replay") == before + 1);
    assertThat(api.endpoint("gpt-4", NODE)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.100.0.2/32", "name:model/claude-3"})
  void aModelsEidIsAnsweredWithTheLocatorsOfItsEndpoints(String eid) {
    MapReply plain = peer.askPlainly(11, EidPrefix.parse(eid));
    assertThat(plain.nonce()).isEqualTo(11);
    assertThat(rlocs(plain)).containsExactly("127.0.2.1", "127.0.2.2");
    assertThat(plain.records().getFirst().locators())
        .extracting(Locator::weight)
        .containsExactly(70, 30);
    assertThat(rlocs(peer.askEncapsulated(12, EidPrefix.parse(eid))))
        .containsExactly("127.0.2.1", "127.0.2.2");
  }

  @Test
  void anEidThatNobodyHasIsAnsweredNegatively() {
    MapReply reply = peer.askPlainly(13, EidPrefix.parse("192.0.2.1/32"));
    assertThat(reply.nonce()).isEqualTo(13);
    assertThat(reply.records()).singleElement().matches(MappingRecord::isNegative);
  }

  @Test
  void anEndpointThatDiesLeavesTheMapping() {
    EidPrefix claude = EidPrefix.parse("10.100.0.2/32");
    try (var _ = Trouble.with(server, Trouble.REFUSING, "claude-3-primary").seen()) {
      assertThat(rlocs(peer.askPlainly(14, claude))).containsExactly("127.0.2.2");
    }
    assertThat(rlocs(peer.askPlainly(15, claude))).containsExactly("127.0.2.1", "127.0.2.2");
  }

  @Test
  void octetsThatAreNoMessageAreCountedAndHarmNothing() {
    long before = dropped();
    int mark = server.output().length();
    Random random = new Random(4342);
    List<byte[]> packets =
        random.ints(300, 0, 600).mapToObj(length -> Datagrams.random(random, length)).toList();
    Datagrams.send(server.lisp(), packets);
    Awaitility.await()
        .atMost(Trouble.PATIENCE)
        .until(() -> dropped() > before + packets.size() / 2);
    assertThat(rlocs(peer.askPlainly(16, EidPrefix.parse("10.100.0.3/32"))))
        .containsExactly("127.0.3.1");
    assertThat(server.output().substring(mark)).doesNotContain("Exception", "\tat ");
  }

  private static List<String> rlocs(MapReply reply) {
    return reply.records().stream()
        .flatMap(record -> record.locators().stream())
        .map(locator -> locator.rloc().toString())
        .toList();
  }

  private JsonObject counters() {
    return api.get("/stats").json().getJsonObject("lisp_stats");
  }

  private long counter(String name) {
    return counters().getJsonNumber(name).longValue();
  }

  private long dropped() {
    JsonObject counters = counters();
    return counters.keySet().stream()
        .filter(name -> name.startsWith("dropped") || name.startsWith("unsupported"))
        .mapToLong(name -> counters.getJsonNumber(name).longValue())
        .sum();
  }
}
