package io.airouter.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.access.Role;
import io.airouter.lisp.EidPrefix;
import io.airouter.lisp.LispAddress;
import io.airouter.lisp.Locator;
import io.airouter.lisp.MapReply;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.xbill.DNS.Type;

/**
 * Two routers on one PostgreSQL: what one is told the other answers, and neither a killed router
 * nor a restarted database loses what was acknowledged. Each test goes on where the one before it
 * ended.
 */
@TestMethodOrder(OrderAnnotation.class)
class TwoNodesIT {
  private static final EidPrefix GPT_4 = EidPrefix.parse("10.100.0.1/32");
  private static final String ADDRESS = RunningServer.UNREGISTERED.address();
  private static final String NODE = "gpt-4-at-" + ADDRESS.replace('.', '-');
  private static final Locator LOCATOR = Locator.unicast(0, 100, LispAddress.parse(ADDRESS));
  private static final int MEASURED_CHANGES = 60;

  private static SharedPostgres database;
  private static RunningServer first;
  private static RunningServer second;

  @BeforeAll
  static void start() {
    database = SharedPostgres.start("two-nodes-postgres");
    first = RunningServer.start("two-nodes-first", environment("first"));
    second = RunningServer.start("two-nodes-second", environment("second"));
  }

  private static Map<String, String> environment(String name) {
    return Map.of(
        "DATABASE_URL",
        database.url(),
        "ROUTER_NODE_NAME",
        name,
        "ROUTER_SECRETS_KEY",
        "for the two nodes of the tests, and no other use");
  }

  @AfterAll
  static void stop() {
    List<AutoCloseable> open = new ArrayList<>();
    open.add(second);
    open.add(first);
    open.add(database);
    for (AutoCloseable each : open) {
      try (each) {
        // Closing one must not keep the others open.
        continue;
      } catch (Exception e) {
        System.err.println("not closed: " + e);
      }
    }
  }

  @Test
  @Order(1)
  void oneOfThemLeadsAndBothSayWhich() {
    await(() -> leads(first) ^ leads(second));
    assertThat(Api.of(second).get("/health/ready").body()).contains("\"leader\":\"first\"");
  }

  @Test
  @Order(2)
  void whatIsSetAtOneIsSeenAtTheOther() {
    Api.of(first).setWeight("gpt-4", "gpt-4-primary", 11);
    await(() -> weight(second) == 11);
    Api.of(second).setWeight("gpt-4", "gpt-4-primary", 12);
    await(() -> weight(first) == 12);
  }

  @Test
  @Order(3)
  void tokensAndKeysAreGoodAtBothUntilTheyAreRevoked() {
    Api administrator = Api.of(first).as(Role.ADMIN);
    JsonObject key = administrator.post("/api/v1/keys", "{\"name\": \"shared\"}").json();
    Api caller = Api.of(second).showing(key.getString("key"));
    await(() -> caller.get("/v1/models").status() == 200);
    assertThat(administrator.delete("/api/v1/keys/" + key.getString("id")).status())
        .isBetween(200, 204);
    await(() -> caller.get("/v1/models").status() == 401);
    Api elsewhere = Api.of(second).showing(administrator.bearer().orElseThrow());
    assertThat(elsewhere.get("/api/v1/keys").status()).isEqualTo(200);
  }

  @Test
  @Order(4)
  void aRegistrationAtOneIsAnsweredByTheOtherAndRefusedThereWhenPlayedAgain() {
    try (LispPeer here = new LispPeer(first.lisp());
        LispPeer there = new LispPeer(second.lisp())) {
      byte[] register =
          LispPeer.signed(LispPeer.register(1, 10, GPT_4, LOCATOR), RunningServer.SITE_KEY);
      here.send(register);
      assertThat(here.receive()).isPresent();
      await(() -> Api.of(second).isServing("gpt-4", NODE));
      assertThat(rlocs(there.askPlainly(7, GPT_4))).contains(ADDRESS);
      assertThat(Dns.addresses(new Dns(second.dns()).ask(name(), Type.A, false)))
          .containsExactly(ADDRESS);

      long replays = replays(second);
      there.send(register);
      await(() -> replays(second) == replays + 1);

      there.send(LispPeer.signed(LispPeer.register(2, 0, GPT_4, LOCATOR), RunningServer.SITE_KEY));
      assertThat(there.receive()).as("the other may take it back").isPresent();
      await(() -> Api.of(first).endpoint("gpt-4", NODE).isEmpty());
    }
  }

  /** Prints what docs/performance.md tells; nothing depends on how long it takes. */
  @Test
  @Order(5)
  void howLongAChangeTakes() {
    await(() -> Api.of(second).isServing("gpt-4", "gpt-4-primary"));
    Dns dns = new Dns(second.dns());
    List<Long> micros = new ArrayList<>();
    for (int i = 0; i < MEASURED_CHANGES; i++) {
      int wanted = 1 + i % 90;
      Api.of(first).setWeight("gpt-4", "gpt-4-primary", wanted);
      long acknowledged = System.nanoTime();
      Awaitility.await()
          .atMost(Trouble.PATIENCE)
          .pollDelay(Duration.ZERO)
          .pollInterval(Duration.ofMillis(1))
          .until(() -> weights(dns).contains(wanted));
      micros.add((System.nanoTime() - acknowledged) / 1000);
    }
    micros.sort(Long::compare);
    System.out.printf(
        "From the acknowledgement at one node to the DNS answer of the other, %d changes:"
            + " p50 %.1f ms, p99 %.1f ms%n",
        MEASURED_CHANGES,
        micros.get(MEASURED_CHANGES / 2) / 1000.0,
        micros.get(MEASURED_CHANGES * 99 / 100) / 1000.0);
    assertThat(micros).hasSize(MEASURED_CHANGES);
  }

  @Test
  @Order(6)
  void afterARestartOfTheDatabaseTheyHearEachOtherAgain() {
    database.restart();
    await(() -> set(first, 41));
    await(() -> weight(second) == 41);
    await(() -> set(second, 42));
    await(() -> weight(first) == 42);
    await(() -> leads(first) ^ leads(second));
  }

  @Test
  @Order(7)
  void aKilledNodeLosesNothingItAcknowledgedAndTheOtherLeads() {
    RunningServer killed = leads(first) ? first : second;
    RunningServer left = killed == first ? second : first;
    int acknowledged = 0;
    Thread killing = new Thread(killed::kill);
    for (int weight = 1; weight <= 90 && set(killed, weight); weight++) {
      acknowledged = weight;
      if (weight == 20) {
        killing.start();
      }
    }
    int last = acknowledged;
    // The change under way when it died may have been committed too.
    await(() -> weight(left) == last || weight(left) == last + 1);
    await(() -> leads(left));
    assertThat(set(left, 95)).isTrue();
  }

  private static boolean set(RunningServer server, int weight) {
    try {
      Api.of(server).setWeight("gpt-4", "gpt-4-primary", weight);
      return true;
    } catch (RuntimeException e) {
      return false;
    }
  }

  private static int weight(RunningServer server) {
    return Api.of(server).endpoint("gpt-4", "gpt-4-primary").orElseThrow().getInt("weight");
  }

  private static boolean leads(RunningServer server) {
    return Api.of(server).get("/health/ready").body().contains("\"leading\":\"true\"");
  }

  private static long replays(RunningServer server) {
    return Api.of(server)
        .get("/stats")
        .json()
        .getJsonObject("lisp_stats")
        .getJsonNumber("dropped_replay")
        .longValue();
  }

  private static List<String> rlocs(MapReply reply) {
    return reply.records().getFirst().locators().stream()
        .map(locator -> locator.rloc().toString())
        .toList();
  }

  private static List<Integer> weights(Dns dns) {
    return dns.services("_http._tcp." + name(), false).values().stream()
        .map(service -> service.getWeight())
        .toList();
  }

  private static String name() {
    return "gpt-4.ai-workload.internal.";
  }

  private static void await(Callable<Boolean> condition) {
    Awaitility.await().atMost(Trouble.PATIENCE).until(condition);
  }
}
