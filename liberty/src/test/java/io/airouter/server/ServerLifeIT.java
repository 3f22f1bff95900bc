package io.airouter.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.access.Role;
import io.airouter.lisp.EidPrefix;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;

/**
 * One server from its first start to its end: the first administrator, a database that goes and
 * returns, a crash, a stop. Each test goes on where the one before it ended.
 */
@TestMethodOrder(OrderAnnotation.class)
class ServerLifeIT {
  private static final String GPT_4 = "gpt-4.ai-workload.internal.";
  private static final String CHOSEN_PASSWORD = "four unrelated words here";
  private static RunningServer server;
  private static Api api;

  @BeforeAll
  static void start() {
    server = RunningServer.start("server-life");
    api = Api.of(server);
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  @Order(1)
  void theFirstAdministratorGetsATokenAndChoosesAnotherPassword() {
    Path file = server.data().resolve("first-administrator.txt");
    String first = server.administratorPassword();
    assertThat(server.output()).doesNotContain(first);
    JsonObject token = api.post("/api/v1/auth/token", signIn(first)).json();
    assertThat(token.getString("role")).isEqualTo("admin");
    assertThat(token.getBoolean("must_change_password")).isTrue();

    assertThat(change(first, "short").status()).isEqualTo(422);
    assertThat(change(first, CHOSEN_PASSWORD).status()).isEqualTo(200);
    assertThat(file).doesNotExist();
    assertThat(api.post("/api/v1/auth/token", signIn(first)).status()).isEqualTo(401);
    JsonObject renewed = api.post("/api/v1/auth/token", signIn(CHOSEN_PASSWORD)).json();
    assertThat(renewed.getBoolean("must_change_password")).isFalse();
    Api administrator = api.showing(renewed.getString("access_token"));
    assertThat(administrator.get("/api/v1/keys").status()).isEqualTo(200);
  }

  private static String signIn(String password) {
    return "{\"username\": \"admin\", \"password\": \"%s\"}".formatted(password);
  }

  private static Answer change(String old, String fresh) {
    return api.post(
        "/api/v1/auth/password",
        "{\"username\": \"admin\", \"old_password\": \"%s\", \"new_password\": \"%s\"}"
            .formatted(old, fresh));
  }

  @Test
  @Order(2)
  void withoutTheDatabaseThePlanesGoOnAndTheHistoryWaits() throws IOException {
    long written = history("history_written");
    long dropped = history("history_dropped");
    int queries = 3;
    signal("STOP");
    try {
      Awaitility.await()
          .atMost(Trouble.PATIENCE)
          .until(() -> api.get("/health/ready").status() == 503);
      assertThat(api.get("/health/ready").body()).contains("\"database\"", "DOWN");
      assertThat(api.get("/health/live").status()).isEqualTo(200);
      for (int i = 0; i < queries; i++) {
        assertThat(api.post("/route", "{\"query\": \"Say hello\"}").status()).isEqualTo(200);
      }
      assertThat(new Dns(server.dns()).ask(GPT_4, Type.A, false).getRcode())
          .isEqualTo(Rcode.NOERROR);
      try (LispPeer peer = new LispPeer(server.lisp())) {
        assertThat(peer.askPlainly(1, EidPrefix.parse("10.100.0.1/32")).records().getFirst())
            .matches(record -> !record.isNegative());
      }
    } finally {
      signal("CONT");
    }
    Awaitility.await()
        .atMost(Trouble.PATIENCE)
        .until(() -> api.get("/health/ready").status() == 200);
    Awaitility.await()
        .atMost(Trouble.PATIENCE)
        .until(
            () ->
                history("history_written") + history("history_dropped")
                    >= written + dropped + queries);
    assertThat(history("history_waiting")).isZero();
  }

  private static long history(String counter) {
    return api.get("/stats")
        .json()
        .getJsonObject("system_stats")
        .getJsonNumber(counter)
        .longValue();
  }

  /** To this server's own PostgreSQL and its processes, and to nobody else. */
  private static void signal(String name) throws IOException {
    ProcessHandle postmaster = ProcessHandle.of(postmaster()).orElseThrow();
    List<ProcessHandle> all = new ArrayList<>(postmaster.descendants().toList());
    all.addFirst(postmaster);
    for (ProcessHandle process : all) {
      // A child may have ended meanwhile; then there is nobody to tell.
      new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start();
    }
  }

  private static long postmaster() throws IOException {
    Path file = server.data().resolve("postgres/cluster/postmaster.pid");
    return Long.parseLong(Files.readAllLines(file).getFirst().strip());
  }

  @Test
  @Order(3)
  void afterACrashItStartsAgainAndKnowsWhatItAcknowledged() {
    api.setWeight("gpt-4", "gpt-4-primary", 5);
    server.killAndRestart();
    JsonObject primary = api.endpoint("gpt-4", "gpt-4-primary").orElseThrow();
    assertThat(primary.getInt("weight")).isEqualTo(5);
    assertThat(api.post("/api/v1/auth/token", signIn(CHOSEN_PASSWORD)).status()).isEqualTo(200);
    assertThat(api.as(Role.VIEWER).get("/api/v1/history").json().getJsonArray("history"))
        .isNotEmpty();
  }

  @Test
  @Order(4)
  void onTermItEndsAndLeavesNoDatabaseBehind() throws IOException {
    ProcessHandle postmaster = ProcessHandle.of(postmaster()).orElseThrow();
    server.close();
    assertThat(postmaster.onExit()).succeedsWithin(Trouble.PATIENCE.toSeconds(), TimeUnit.SECONDS);
  }
}
