package io.airouter.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.alert.Alert;
import io.airouter.alert.AlertEngine;
import io.airouter.alert.AlertRule;
import io.airouter.alert.Delivery;
import io.airouter.alert.DeliveryLog;
import io.airouter.alert.Metric;
import io.airouter.alert.Readings;
import io.airouter.alert.Rules;
import io.airouter.alert.Severity;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WebhookNotifierTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final AlertRule RULE = Rules.cpuAbove(80, Duration.ZERO);
  private static final WebhookNotifier.Surroundings SURROUNDINGS =
      new WebhookNotifier.Surroundings(
          InstantSource.fixed(NOW),
          new SplittableRandom(42),
          new Backoff(Duration.ofMillis(1), Duration.ofMillis(5)));

  private final DeliveryLog log = new DeliveryLog();
  private Optional<WebhookNotifier> notifier = Optional.empty();

  private static Webhook hook(String name, URI url) {
    return new Webhook(
        name,
        url,
        Optional.of(new SigningKey("shared secret")),
        Severity.INFO,
        Duration.ofMillis(300),
        3);
  }

  private static Alert firing() {
    Readings hot = new Readings(Map.of(Metric.CPU_PERCENT, Map.of(Readings.NODE, 91.5)));
    return new AlertEngine("node-1", UUID::randomUUID).evaluate(List.of(RULE), hot, NOW).getFirst();
  }

  private void tell(Webhook... hooks) {
    notifier = Optional.of(new WebhookNotifier(List.of(hooks), log, SURROUNDINGS));
    notifier.get().tell(firing());
  }

  private Delivery settled(String hook) {
    return Awaitility.await()
        .until(
            () ->
                log.unsaved().stream()
                    .filter(d -> d.webhook().equals(hook))
                    .filter(d -> d.state() != Delivery.State.WAITING)
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  @AfterEach
  void stop() throws IOException {
    if (notifier.isPresent()) {
      notifier.get().close();
    }
  }

  @Test
  void anAlertIsToldWithASignatureThatItsReceiverCanCheck() throws InterruptedException {
    try (HookServer receiver = new HookServer(204)) {
      tell(hook("good", receiver.url()));
      HookServer.Received received = receiver.received().poll(30, TimeUnit.SECONDS);
      assertThat(received.event()).isEqualTo("alert.firing");
      assertThat(received.body()).contains("\"cpu_percent\"", "\"value\":91.5", "\"node-1\"");
      assertThat(received.signature())
          .isEqualTo(new SigningKey("shared secret").signature(received.body(), NOW))
          .startsWith("t=" + NOW.getEpochSecond() + ",v1=");
      Delivery delivery = settled("good");
      assertThat(delivery.state()).isEqualTo(Delivery.State.DELIVERED);
      assertThat(delivery.status()).hasValue(204);
      assertThat(delivery.attempts()).isEqualTo(1);
    }
  }

  @Test
  void theSignatureIsTheOneThatOpensslMakes() {
    // printf '%s' '1700000000.{"a":1}' | openssl dgst -sha256 -hmac key
    assertThat(new SigningKey("key").signature("{\"a\":1}", Instant.ofEpochSecond(1_700_000_000)))
        .isEqualTo(
            "t=1700000000,v1=a438e398bfafc57e4396bb7fc2304422f0f768e965d073ca313cb52e22e6ad03");
  }

  @Test
  void aReceiverThatFailsIsTriedAgainUnderTheSameId() {
    try (HookServer receiver = new HookServer(503, 500, 200)) {
      tell(hook("shaky", receiver.url()));
      Delivery delivery = settled("shaky");
      assertThat(delivery.state()).isEqualTo(Delivery.State.DELIVERED);
      assertThat(delivery.attempts()).isEqualTo(3);
      assertThat(receiver.received())
          .hasSize(3)
          .allMatch(r -> r.delivery().equals(delivery.id().toString()));
    }
  }

  @Test
  void aReceiverThatGoesOnFailingIsGivenUp() {
    try (HookServer receiver = new HookServer(500)) {
      tell(hook("broken", receiver.url()));
      Delivery delivery = settled("broken");
      assertThat(delivery.state()).isEqualTo(Delivery.State.FAILED);
      assertThat(delivery.attempts()).isEqualTo(3);
      assertThat(delivery.problem()).isEqualTo("it answered 500");
    }
  }

  @Test
  void aReceiverThatRefusesIsNotAskedAgain() {
    try (HookServer receiver = new HookServer(410)) {
      tell(hook("gone", receiver.url()));
      assertThat(settled("gone").attempts()).isEqualTo(1);
    }
  }

  @Test
  void aRedirectIsNotFollowed() {
    try (HookServer receiver = new HookServer(307)) {
      tell(hook("moved", receiver.url()));
      Delivery delivery = settled("moved");
      assertThat(delivery.state()).isEqualTo(Delivery.State.FAILED);
      assertThat(delivery.problem()).contains("redirects are not followed");
      assertThat(receiver.received()).extracting(HookServer.Received::path).containsOnly("/hook");
    }
  }

  @Test
  void aReceiverThatHangsSlowsNoOther() {
    try (HookServer hanging = new HookServer(HookServer.HANG);
        HookServer good = new HookServer(200)) {
      tell(hook("hanging", hanging.url()), hook("good", good.url()));
      assertThat(settled("good").state()).isEqualTo(Delivery.State.DELIVERED);
      Delivery delivery = settled("hanging");
      assertThat(delivery.state()).isEqualTo(Delivery.State.FAILED);
      assertThat(delivery.problem()).isEqualTo("no answer within 300 ms");
    }
  }

  @Test
  void whoIsNotThereIsToldOfWithoutTheUrlsSecret() {
    URI nobody = URI.create("http://127.0.0.1:1/hook?token=secret");
    tell(hook("nobody", nobody));
    Delivery delivery = settled("nobody");
    assertThat(delivery.status()).isEmpty();
    assertThat(delivery.problem()).isNotEmpty().doesNotContain("secret");
    assertThat(hook("nobody", nobody).toString()).doesNotContain("secret");
  }

  @Test
  void aMetadataServiceIsNotCalled() {
    tell(hook("metadata", URI.create("http://169.254.169.254/latest/meta-data")));
    assertThat(settled("metadata").problem()).contains("no address that may be called");
  }

  @Test
  void anAlertBelowTheHooksSeverityIsNotTold() throws InterruptedException {
    try (HookServer receiver = new HookServer(200)) {
      Webhook all = hook("all", receiver.url());
      tell(
          new Webhook(
              "critical-only",
              receiver.url(),
              all.key(),
              Severity.CRITICAL,
              all.timeout(),
              all.attempts()),
          all);
      settled("all");
      assertThat(log.unsaved()).extracting(Delivery::webhook).containsExactly("all");
    }
  }

  @Test
  void aQueueThatIsFullForgetsTheOldestAndNeverWaits() {
    try (HookServer hanging = new HookServer(HookServer.HANG)) {
      tell(hook("hanging", hanging.url()));
      for (int i = 0; i < 300; i++) {
        notifier.orElseThrow().tell(firing());
      }
      assertThat(log.unsaved())
          .filteredOn(d -> d.state() == Delivery.State.FAILED)
          .extracting(Delivery::problem)
          .contains("too many notifications wait for this hook");
    }
  }
}
