package io.airouter.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.access.Role;
import io.airouter.restconf.ControllerDouble;
import io.airouter.restconf.Mood;
import io.airouter.restconf.Rows;
import io.airouter.restconf.SelfSigned;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.xbill.DNS.Type;

/** The whole server beside a controller with every trap that a real one was seen to have. */
@ExtendWith(ServerExtension.class)
class SdnIT {
  private static final String CONTROLLERS = "/api/v1/sdn/controllers";
  private static final String EID = "ipv4:10.100.0.1/32";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final List<String> made = new ArrayList<>();
  private final RunningServer server;
  private final Api admin;
  private ControllerDouble controller;

  SdnIT(RunningServer server) {
    this.server = server;
    this.admin = Api.of(server).as(Role.ADMIN);
  }

  @BeforeEach
  void start() throws Exception {
    controller = ControllerDouble.start(0);
  }

  @AfterEach
  void stop() {
    made.forEach(name -> admin.delete(CONTROLLERS + "/" + name));
    controller.close();
  }

  private static JsonObjectBuilder description(String name, ControllerDouble at) {
    return Json.createObjectBuilder()
        .add("name", name)
        .add("type", "opendaylight")
        .add("url", at.url().toString())
        .add("username", ControllerDouble.USERNAME)
        .add("password", ControllerDouble.PASSWORD);
  }

  private void make(JsonObjectBuilder description) {
    JsonObject body = description.build();
    Answer answer = admin.post(CONTROLLERS, body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    assertThat(answer.body()).doesNotContain(ControllerDouble.PASSWORD);
    made.add(body.getString("name"));
  }

  private JsonObject state(String name) {
    return admin.get(CONTROLLERS + "/" + name).json().getJsonObject("state");
  }

  private void awaitCondition(String name, String condition) {
    await("condition " + condition, () -> state(name).getString("condition").equals(condition));
  }

  private static void await(String what, Callable<Boolean> condition) {
    Awaitility.await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(condition);
  }

  private boolean isInstalled(String text) {
    return controller.row(EID).filter(row -> row.toString().contains(text)).isPresent();
  }

  @Test
  void theMappingsOfModelsArePublishedAndAChangedWeightFollows() {
    controller.configure(Rows.northbound("10.1.2.0/24", "branch", "10.20.0.2"));
    make(description("odl-weights", controller));
    awaitCondition("odl-weights", "in_sync");
    assertThat(controller.eids()).hasSizeGreaterThanOrEqualTo(5).contains("ipv4:10.1.2.0/24");

    Api.of(server).setWeight("gpt-4", "gpt-4-primary", 61);
    try {
      await("the row's weight", () -> isInstalled("\"weight\":61"));
      awaitCondition("odl-weights", "in_sync");
    } finally {
      Api.of(server).setWeight("gpt-4", "gpt-4-primary", 70);
    }
    String audit = admin.get(CONTROLLERS + "/odl-weights/audit").body();
    assertThat(audit).contains("\"action\":\"replace\"", "1/61 R").doesNotContain("password");
  }

  @Test
  void whatSomebodyElseChangedIsShownByADryRunAndPutRightByAPush() {
    make(description("odl-drift", controller));
    awaitCondition("odl-drift", "in_sync");
    controller.configure(Rows.northbound("10.100.0.1/32", "airouter-192-0-2-66", "192.0.2.66"));

    JsonObject plan = admin.get(CONTROLLERS + "/odl-drift/plan").json();
    assertThat(plan.getString("summary")).contains("replace 1", "delete 0");
    assertThat(plan.toString()).contains("\"drift\":\"altered\"", "192.0.2.66");

    Answer pushed = admin.post(CONTROLLERS + "/odl-drift/push", "{}");
    assertThat(pushed.body()).contains("in_sync");
    assertThat(isInstalled("192.0.2.66")).isFalse();
  }

  @Test
  void aControllerThatHangsSlowsNothingElse() {
    controller.setMood(Mood.HANGS);
    make(description("odl-hangs", controller));
    await("a request at the controller", () -> !controller.requests().isEmpty());

    Instant begin = Instant.now();
    JsonObject dryRun = Json.createObjectBuilder().add("dry_run", true).build();
    assertThat(Api.of(server).route("What is a prefix?", dryRun).status()).isEqualTo(200);
    Api.of(server).setWeight("gpt-4", "gpt-4-primary", 70);
    assertThat(admin.get(CONTROLLERS).status()).isEqualTo(200);
    Dns dns = new Dns(server.dns());
    assertThat(dns.ask("gpt-4.ai-workload.internal.", Type.A, false).getRcode()).isZero();
    assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(8));

    awaitCondition("odl-hangs", "failing");
    assertThat(state("odl-hangs").getString("reason")).startsWith("timeout");
  }

  @Test
  void aControllerThatFailsIsToldOfAndNothingIsDeleted() {
    make(description("odl-fails", controller));
    awaitCondition("odl-fails", "in_sync");
    int rows = controller.eids().size();
    controller.setMood(Mood.FAILS);

    Answer pushed = admin.post(CONTROLLERS + "/odl-fails/push", "{}");
    assertThat(pushed.body()).contains("failing", "500");
    assertThat(state("odl-fails").getString("reason")).contains("500");
    assertThat(admin.get(CONTROLLERS + "/odl-fails/plan").status()).isEqualTo(502);
    assertThat(controller.eids()).hasSize(rows);
    assertThat(controller.requests()).noneMatch(r -> r.startsWith("DELETE"));
  }

  @Test
  void aCertificateIsRefusedUntilItIsTrusted(@TempDir Path folder) throws Exception {
    SelfSigned own = SelfSigned.in(folder);
    try (ControllerDouble secure = ControllerDouble.start(own.context())) {
      make(description("odl-tls", secure));
      awaitCondition("odl-tls", "failing");
      assertThat(state("odl-tls").getString("reason")).startsWith("certificate");

      JsonObject trusting =
          Json.createObjectBuilder()
              .add("certificates", own.pem())
              .add("password", ControllerDouble.PASSWORD)
              .build();
      Answer changed =
          admin.send(
              admin
                  .request(CONTROLLERS + "/odl-tls")
                  .PUT(BodyPublishers.ofString(trusting.toString())));
      assertThat(changed.status()).as(changed.body()).isEqualTo(200);
      awaitCondition("odl-tls", "in_sync");
    }
  }

  @Test
  void aRegistrationAtTheControllerBecomesAnEndpointThatIsNotWrittenBack() {
    controller.register(Rows.registered("10.100.0.3/32", "127.0.1.77"));
    controller.register(Rows.negative("10.64.0.0/10"));
    make(description("odl-import", controller).add("import", true));
    await(
        "the endpoint",
        () -> Api.of(server).endpoint("gpt-3.5-fast", "gpt-3.5-fast-sdn-127-0-1-77").isPresent());
    awaitCondition("odl-import", "in_sync");
    assertThat(controller.row("ipv4:10.100.0.3/32").orElseThrow().toString())
        .doesNotContain("127.0.1.77");
  }

  @Test
  void badInputIsRefusedAndSaysWhatIsAllowed() {
    Answer type = admin.post(CONTROLLERS, description("x", controller).add("type", "onos").build());
    assertThat(type.status()).isEqualTo(422);
    assertThat(type.body()).contains("opendaylight", "\"field\":\"type\"");
    Answer url =
        admin.post(CONTROLLERS, description("x", controller).add("url", "ftp://h").build());
    assertThat(url.status()).isEqualTo(422);
    Answer pem =
        admin.post(CONTROLLERS, description("x", controller).add("certificates", "hello").build());
    assertThat(pem.status()).isEqualTo(422);
    assertThat(admin.get(CONTROLLERS + "/nobody").status()).isEqualTo(404);
    Api viewer = Api.of(server).as(Role.VIEWER);
    assertThat(viewer.get(CONTROLLERS).status()).isEqualTo(200);
    assertThat(viewer.post(CONTROLLERS, description("x", controller).build()).status())
        .isEqualTo(403);
  }
}
