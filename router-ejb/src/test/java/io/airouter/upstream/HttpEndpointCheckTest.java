package io.airouter.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.model.Endpoint;
import io.airouter.model.HealthThresholds;
import io.airouter.query.Fleet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpEndpointCheckTest {
  @ParameterizedTest
  @CsvSource({"200, true", "204, true", "401, true", "404, true", "500, false", "503, false"})
  void anyAnswerBelow500Passes(int status, boolean passes) throws IOException {
    try (TinyServer server = TinyServer.saying(TinyServer.response(status, "text/plain", ""))) {
      CheckResult result = check(server.url(), "/health", Duration.ofSeconds(5));
      assertThat(result.passed()).isEqualTo(passes);
      assertThat(result.detail()).contains("GET /health answers " + status);
      assertThat(server.requests().getFirst().head()).startsWith("get /health http/1.1\r\n");
    }
  }

  @Test
  void nobodyListeningFails() throws IOException {
    URI nowhere;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nowhere = URI.create("http://127.0.0.1:" + free.getLocalPort());
    }
    assertThat(check(nowhere, "/health", Duration.ofSeconds(5)).passed()).isFalse();
    assertThat(check(nowhere, "", Duration.ofSeconds(5)).passed()).isFalse();
  }

  @Test
  void aServerThatHangsFailsByHttpAndPassesByTcp() throws IOException {
    CompletableFuture<Boolean> over = new CompletableFuture<>();
    try (TinyServer server = new TinyServer((request, out) -> over.join())) {
      CheckResult http = check(server.url(), "/health", Duration.ofMillis(50));
      assertThat(http.passed()).isFalse();
      assertThat(http.detail()).startsWith("timeout");
      assertThat(check(server.url(), "", Duration.ofSeconds(5)).passed()).isTrue();
      over.complete(false);
    }
  }

  @Test
  void aServerThatHangsUpFails() throws IOException {
    try (TinyServer server =
        new TinyServer(
            (request, out) -> {
              out.write("x".getBytes(StandardCharsets.UTF_8));
              return false;
            })) {
      assertThat(check(server.url(), "/health", Duration.ofSeconds(5)).passed()).isFalse();
    }
  }

  @Test
  void aTaskRunsOnAVirtualThreadAndACancelledOneNever() throws InterruptedException {
    CheckTimer timer = CheckTimer.onVirtualThreads();
    CountDownLatch ran = new CountDownLatch(1);
    timer.after(Duration.ofDays(1), ran::countDown).cancel();
    timer.after(Duration.ZERO, ran::countDown);
    assertThat(ran.await(10, TimeUnit.SECONDS)).isTrue();
  }

  private static CheckResult check(URI url, String path, Duration timeout) throws IOException {
    Endpoint endpoint = Fleet.endpointAt("e", Fleet.GPT, url);
    HealthCheckSettings settings =
        new HealthCheckSettings(Duration.ofDays(1), timeout, HealthThresholds.DEFAULT, path);
    try (HttpEndpointCheck check = new HttpEndpointCheck(settings)) {
      return check.check(endpoint);
    }
  }
}
