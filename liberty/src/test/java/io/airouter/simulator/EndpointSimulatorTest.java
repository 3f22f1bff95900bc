package io.airouter.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EndpointSimulatorTest {

  private static final String ID = "gpt-4-primary";
  private static final String CHAT = "/v1/chat/completions";
  private static final String QUESTION =
      "{\"model\":\"gpt-4\",\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}]}";
  private static final String STREAMED = QUESTION.replaceFirst("\\{", "{\"stream\":true,");

  private EndpointSimulator simulator;
  private URI base;

  @BeforeEach
  void start() throws IOException {
    simulator = EndpointSimulator.start(SimulatorSettings.onFreePorts());
    base = simulator.baseUri(ID);
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void refusingClosesTheSocketAndOkOpensTheSameOneAgain() throws Exception {
    simulator.behave(ID, Behaviour.HEALTHY.in(EndpointState.REFUSE));
    assertThatThrownBy(() -> Talk.send(Talk.get(base, "/health")))
        .isInstanceOf(ConnectException.class);

    simulator.behave(ID, Behaviour.HEALTHY);
    assertThat(Talk.send(Talk.get(base, "/health")).statusCode()).isEqualTo(200);
  }

  @Test
  void aHangingEndpointAcceptsAndCutsOnlyWhenItsStateChanges() throws Exception {
    simulator.behave(ID, Behaviour.HEALTHY.in(EndpointState.HANG));
    CompletableFuture<HttpResponse<String>> answer =
        Talk.client()
            .sendAsync(Talk.post(base, CHAT, QUESTION), HttpResponse.BodyHandlers.ofString());
    awaitCalls(1);
    assertThat(simulator.counts(ID).inFlight()).isEqualTo(1);
    assertThat(answer).isNotDone();

    simulator.behave(ID, Behaviour.HEALTHY);
    assertThatThrownBy(answer::join)
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(IOException.class);
    assertThat(Talk.send(Talk.get(base, "/health")).statusCode()).isEqualTo(200);
  }

  @Test
  void closingReleasesHangingCalls() throws Exception {
    simulator.behave(ID, Behaviour.HEALTHY.in(EndpointState.HANG));
    CompletableFuture<HttpResponse<String>> answer =
        Talk.client()
            .sendAsync(Talk.post(base, CHAT, QUESTION), HttpResponse.BodyHandlers.ofString());
    awaitCalls(1);

    simulator.close();
    assertThatThrownBy(answer::join).hasCauseInstanceOf(IOException.class);
  }

  @Test
  void aStreamIsCutAfterItsEventsWithoutALastChunk() throws Exception {
    simulator.behave(ID, new Behaviour(EndpointState.OK, 0, 0, 0, 503, 0, 2));

    assertThat(rawAnswer(STREAMED).split("data: ", -1)).hasSize(3);
    assertThat(rawAnswer(STREAMED)).doesNotContain("[DONE]").doesNotEndWith("0\r\n\r\n");
    assertThat(simulator.counts(ID).streams()).isEqualTo(2);
    assertThat(simulator.counts(ID).cancelledStreams()).isZero();
  }

  @Test
  void aCutStreamIsAnErrorToItsClient() throws Exception {
    simulator.behave(ID, new Behaviour(EndpointState.OK, 0, 0, 0, 503, 0, 2));

    assertThatThrownBy(() -> Talk.send(Talk.post(base, CHAT, STREAMED)))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aFailingEndpointAnswersWithItsStatusAndRetryAfter() throws Exception {
    simulator.behave(ID, new Behaviour(EndpointState.OK, 0, 0, 1, 429, 7, 0));
    HttpResponse<String> response = Talk.send(Talk.post(base, CHAT, QUESTION));

    assertThat(response.statusCode()).isEqualTo(429);
    assertThat(response.headers().firstValue("retry-after")).contains("7");
    assertThat(Talk.json(response).getJsonObject("error").getString("type"))
        .isEqualTo("rate_limit_error");
    assertThat(Talk.send(Talk.get(base, "/health")).statusCode()).isEqualTo(200);
    awaitIdle();
    assertThat(simulator.counts(ID)).isEqualTo(new CallCounts(1, 0, 1, 1, 0, 0));
  }

  @Test
  void theSameSeedFailsTheSameCalls() throws Exception {
    try (EndpointSimulator twin = EndpointSimulator.start(SimulatorSettings.onFreePorts())) {
      Behaviour faulty = new Behaviour(EndpointState.OK, 0, 0, 0.5, 500, 0, 0);
      simulator.behave(ID, faulty);
      twin.behave(ID, faulty);

      List<Integer> first = statuses(base);
      assertThat(statuses(twin.baseUri(ID))).isEqualTo(first);
      assertThat(first).contains(200, 500);
    }
  }

  @Test
  void aSlowEndpointStillAnswers() throws Exception {
    simulator.behave(ID, new Behaviour(EndpointState.OK, 5, 5000, 0, 503, 0, 0));

    assertThat(Talk.send(Talk.post(base, CHAT, QUESTION)).statusCode()).isEqualTo(200);
    assertThat(Talk.send(Talk.post(base, CHAT, STREAMED)).body()).endsWith("[DONE]\n\n");
  }

  @Test
  void aClientThatLeavesAStreamIsCounted() throws Exception {
    simulator.behave(ID, new Behaviour(EndpointState.OK, 0, 50, 0, 503, 0, 0));
    HttpResponse<InputStream> response =
        Talk.client()
            .send(Talk.post(base, CHAT, STREAMED), HttpResponse.BodyHandlers.ofInputStream());
    response.body().close();

    while (simulator.counts(ID).cancelledStreams() == 0) {
      Thread.onSpinWait();
    }
    assertThat(simulator.counts(ID).streams()).isEqualTo(1);
  }

  @Test
  void endpointsHaveAddressesOfTheirOwn() {
    assertThat(simulator.baseUris()).hasSize(6);
    assertThat(simulator.baseUris().values()).doesNotHaveDuplicates();
  }

  @Test
  void aTakenPortIsNamedWithItsVariable() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, simulatorAddress())) {
      SimulatorSettings settings = SimulatorSettings.onPorts(0, taken.getLocalPort());

      assertThatThrownBy(() -> EndpointSimulator.start(settings))
          .isInstanceOf(BindException.class)
          .hasMessageContaining(Integer.toString(taken.getLocalPort()))
          .hasMessageContaining("ROUTER_SIMULATOR_CONTROL_PORT");
    }
  }

  private static InetAddress simulatorAddress() throws IOException {
    return InetAddress.getByName("127.0.0.1");
  }

  private void awaitCalls(long calls) {
    while (simulator.counts(ID).calls() < calls) {
      Thread.onSpinWait();
    }
  }

  private void awaitIdle() {
    while (simulator.counts(ID).inFlight() > 0) {
      Thread.onSpinWait();
    }
  }

  private static List<Integer> statuses(URI endpoint) throws Exception {
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      statuses.add(Talk.send(Talk.post(endpoint, CHAT, QUESTION)).statusCode());
    }
    return statuses;
  }

  /** All bytes up to the end of the connection; the JDK's client drops what came before a cut. */
  private String rawAnswer(String body) throws IOException {
    String head = "POST %s HTTP/1.1\r\nHost: simulator\r\nContent-Length: %d\r\n\r\n";
    try (Socket socket = new Socket(base.getHost(), base.getPort())) {
      String request = head.formatted(CHAT, body.length()) + body;
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
