package io.airouter.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.airouter.model.Endpoint;
import io.airouter.model.Model;
import io.airouter.query.Completion;
import io.airouter.query.Fleet;
import io.airouter.query.UpstreamCall;
import io.airouter.query.UpstreamException;
import io.airouter.query.UpstreamException.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpUpstreamTest {
  private final HttpUpstream upstream =
      new HttpUpstream(
          UpstreamCalls.SMALL,
          name -> Optional.of("secret-of-" + name),
          InstantSource.fixed(Fleet.NOON));
  private Optional<TinyServer> running = Optional.empty();

  @AfterEach
  void stop() throws IOException {
    upstream.close();
    if (running.isPresent()) {
      running.get().close();
    }
  }

  @Test
  void aWholeAnswerComesInOurShapeAndTheConnectionIsUsedAgain() throws Exception {
    TinyServer server =
        serve(
            TinyServer.saying(TinyServer.response(200, "application/json", UpstreamCalls.ANSWER)));
    Completion completion = upstream.complete(UpstreamCalls.call(server));
    upstream.complete(UpstreamCalls.call(server));
    assertThat(completion.text()).isEqualTo("Hello");
    assertThat(completion.body().getString("model")).isEqualTo("gpt-4");
    assertThat(server.connections()).isEqualTo(1);
    assertThat(server.requests().getFirst().head())
        .startsWith("post /v1/chat/completions http/1.1\r\n")
        .contains("authorization: bearer secret-of-key", "x-request-id: req-1")
        .doesNotContain("upgrade", "accept-encoding");
    assertThat(server.requests().getFirst().body()).contains("\"model\":\"gpt-4-upstream\"");
  }

  @Test
  void anAnthropicEndpointGetsItsOwnHeaders() {
    TinyServer server = serve(TinyServer.saying(TinyServer.response(500, "text/plain", "")));
    UpstreamException e = failure(UpstreamCalls.call(server, Fleet.claude()));
    assertThat(e.status()).hasValue(500);
    assertThat(server.requests().getFirst().head())
        .startsWith("post /v1/messages http/1.1\r\n")
        .contains("x-api-key: secret-of-key", "anthropic-version: 2023-06-01");
  }

  @Test
  void nobodyListeningIsAConnectFailure() throws Exception {
    URI nowhere;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nowhere = URI.create("http://127.0.0.1:" + free.getLocalPort());
    }
    UpstreamException e = failure(UpstreamCalls.call(nowhere, Fleet.gpt(), Duration.ofSeconds(5)));
    assertThat(e.kind()).isEqualTo(Kind.CONNECT);
    assertThat(e.mayFallBack()).isTrue();
  }

  @Test
  void aNameThatDoesNotResolveIsAConnectFailure() {
    URI invalid = URI.create("http://model.invalid:80");
    Model model = Fleet.gpt();
    Endpoint named =
        new Endpoint(
            Fleet.endpoints().getFirst().id(),
            model.id(),
            invalid,
            List.of(),
            1,
            1,
            Optional.empty(),
            Fleet.endpoints().getFirst().origin(),
            Fleet.endpoints().getFirst().adminState(),
            Fleet.endpoints().getFirst().health());
    UpstreamCall call =
        new UpstreamCall("req-1", model, named, Fleet.chat("x"), Duration.ofSeconds(5));
    assertThat(failure(call).kind()).isEqualTo(Kind.CONNECT);
  }

  @Test
  void silenceIsATimeout() throws Exception {
    CompletableFuture<Boolean> over = new CompletableFuture<>();
    TinyServer server = serve(new TinyServer((request, out) -> over.join()));
    UpstreamException e =
        failure(UpstreamCalls.call(server.url(), Fleet.gpt(), Duration.ofMillis(50)));
    assertThat(e.kind()).isEqualTo(Kind.TIMEOUT);
    over.complete(false);
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404, 408, 409, 425, 429, 500, 502, 503, 504, 529, 302})
  void aStatusThatAnotherMayDoBetterAllowsAFallback(int status) {
    TinyServer server =
        serve(TinyServer.saying(TinyServer.response(status, "application/json", "{}")));
    UpstreamException e = failure(UpstreamCalls.call(server));
    assertThat(e.kind()).isEqualTo(Kind.STATUS);
    assertThat(e.status()).hasValue(status);
    assertThat(e.mayFallBack()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 413, 422})
  void aStatusAgainstTheRequestItselfAllowsNone(int status) {
    String body = "{\"error\":{\"message\":\"temperature is a number\"}}";
    TinyServer server =
        serve(TinyServer.saying(TinyServer.response(status, "application/json", body)));
    UpstreamException e = failure(UpstreamCalls.call(server));
    assertThat(e.kind()).isEqualTo(Kind.REJECTED);
    assertThat(e.mayFallBack()).isFalse();
    assertThat(e.getMessage()).isEqualTo("HTTP " + status + " temperature is a number");
  }

  @Test
  void aPromptTooLongForThisModelMayGoToAnother() {
    String body = "{\"error\":{\"message\":\"x\",\"code\":\"context_length_exceeded\"}}";
    TinyServer server =
        serve(TinyServer.saying(TinyServer.response(400, "application/json", body)));
    assertThat(failure(UpstreamCalls.call(server)).mayFallBack()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Retry-After: 7",
        "Retry-After: Mon, 23 Nov 2026 12:00:07 GMT",
        "Retry-After-Ms: 7000"
      })
  void retryAfterIsReadInItsThreeForms(String header) {
    TinyServer server =
        serve(TinyServer.saying("HTTP/1.1 429 x\r\n" + header + "\r\nContent-Length: 0\r\n\r\n"));
    assertThat(failure(UpstreamCalls.call(server)).retryAfter()).contains(Duration.ofSeconds(7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html>", "{}", "[1]", "{\"choices\":[]}", ""})
  void whatIsNotTheDialectIsRubbish(String body) {
    TinyServer server = serve(TinyServer.saying(TinyServer.response(200, "text/html", body)));
    assertThat(failure(UpstreamCalls.call(server)).kind()).isEqualTo(Kind.RUBBISH);
  }

  @Test
  void octetsThatAreNoHttpAreRubbish() {
    TinyServer server =
        serve(
            new TinyServer(
                (request, out) -> {
                  out.write("SSH-2.0-x\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                  return false;
                }));
    assertThat(failure(UpstreamCalls.call(server)).kind()).isIn(Kind.RUBBISH, Kind.CUT);
  }

  @Test
  void anEndlessAnswerIsRubbish() {
    String body = "{\"x\":\"" + "y".repeat(6_000) + "\"}";
    TinyServer server =
        serve(TinyServer.saying(TinyServer.response(200, "application/json", body)));
    assertThat(failure(UpstreamCalls.call(server)).kind()).isEqualTo(Kind.RUBBISH);
  }

  @Test
  void aBodyThatEndsTooEarlyIsCut() {
    TinyServer server =
        serve(
            new TinyServer(
                (request, out) -> {
                  out.write(
                      "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{\"cho"
                          .getBytes(StandardCharsets.UTF_8));
                  return false;
                }));
    assertThat(failure(UpstreamCalls.call(server)).kind()).isEqualTo(Kind.CUT);
  }

  private TinyServer serve(TinyServer server) {
    running = Optional.of(server);
    return server;
  }

  private UpstreamException failure(UpstreamCall call) {
    return catchThrowableOfType(UpstreamException.class, () -> upstream.complete(call));
  }
}
