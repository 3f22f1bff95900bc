package io.airouter.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.history.HistoryEntry;
import io.airouter.model.Endpoint;
import io.airouter.model.EndpointId;
import io.airouter.model.Model;
import io.airouter.model.ModelLimits;
import io.airouter.model.TokenUsage;
import io.airouter.query.RoutedAnswer.Abandoned;
import io.airouter.query.RoutedAnswer.AllFailed;
import io.airouter.query.RoutedAnswer.Answered;
import io.airouter.query.RoutedAnswer.NobodyEligible;
import io.airouter.query.RoutedAnswer.Planned;
import io.airouter.query.UpstreamException.Kind;
import io.airouter.table.RoutingTable;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class QueryRouterTest {
  private static final String HARD =
      "Analyze the implications of quantum computing for cryptography, step by step.";

  private final RecordingHistory history = new RecordingHistory();
  private final ScriptedUpstream upstream = new ScriptedUpstream();
  private RoutingTable table = Fleet.table();

  @Test
  void aQueryIsAnsweredByTheBestModelFoundByLispAndDns() {
    Answered answer = (Answered) route(Fleet.query(HARD));
    RoutingDecision decision = answer.decision();
    assertThat(answer.completion().text()).isEqualTo("answer of claude-3-primary");
    assertThat(decision.method()).isEqualTo(RoutingMethod.LISP_AND_DNS);
    assertThat(decision.mapping().eid()).isEqualTo("10.100.0.2");
    assertThat(decision.service().name()).startsWith("claude-3.ai-workload.internal");
    assertThat(decision.workloadClass()).isEqualTo("general");
    assertThat(decision.chosen().orElseThrow().reasoning())
        .contains("claude-3 scores")
        .contains("endpoint claude-3-primary at 127.0.2.1:18080")
        .endsWith("found by LISP + DNS");
    assertThat(decision.steps())
        .extracting(StepTime::step)
        .containsExactly("analysis", "selection", "lisp", "dns", "endpoint", "upstream");
    assertThat(decision.confidence()).isBetween(0.5, 1.0);
    assertThat(decision.alternatives())
        .extracting(Candidate::model)
        .containsExactly(Fleet.GPT, Fleet.FAST);
  }

  @Test
  void aFailedEndpointFallsBackToTheNextOfTheModelAndThenToTheNextModel() {
    upstream.fail("claude-3-primary", Kind.CONNECT);
    upstream.fail("gpt-4-primary", Kind.TIMEOUT);
    Answered answer = (Answered) route(Fleet.query(HARD));
    assertThat(answer.completion().text()).isEqualTo("answer of gpt-4-secondary");
    assertThat(answer.decision().attempts().getFirst().outcome()).isEqualTo("connect");
    assertThat(answer.decision().attempts().getLast().outcome()).isEqualTo(Attempt.OK);
    assertThat(answer.decision().chosen().orElseThrow().reasoning())
        .contains("after claude-3-primary failed (connect)");
    assertThat(table.load(new EndpointId("claude-3-primary")).failures()).isEqualTo(1);
    assertThat(table.load(new EndpointId("claude-3-primary")).inFlight()).isZero();
  }

  @Test
  void attemptsAreBounded() {
    upstream.failAll(Kind.STATUS);
    AllFailed answer = (AllFailed) route(Fleet.query(HARD), 2);
    assertThat(answer.decision().attempts()).hasSize(2);
    assertThat(answer.decision().chosen()).isEmpty();
    assertThat(history.only().outcome()).isEqualTo("upstream_error");
    assertThat(history.only().status()).contains(503);
    assertThat(history.only().model()).isPresent();
  }

  @Test
  void aRejectedRequestIsNotTriedElsewhere() {
    upstream.failAll(Kind.REJECTED);
    AllFailed answer = (AllFailed) route(Fleet.query(HARD));
    assertThat(answer.decision().attempts()).hasSize(1);
    assertThat(history.only().outcome()).isEqualTo("rejected");
    assertThat(table.load(new EndpointId("claude-3-primary")).failures()).isZero();
    assertThat(table.load(new EndpointId("claude-3-primary")).inFlight()).isZero();
  }

  @Test
  void aDryRunDecidesAndCallsNobody() {
    Planned answer = (Planned) route(new Fleet.Asking(HARD).dry().query());
    assertThat(answer.decision().chosen().orElseThrow().endpoint().id().value())
        .isEqualTo("claude-3-primary");
    assertThat(answer.decision().attempts()).isEmpty();
    assertThat(upstream.called).isEmpty();
    assertThat(table.load(Fleet.CLAUDE).requestsThisMinute(Fleet.NOON)).isZero();
    assertThat(history.only().outcome()).isEqualTo("dry_run");
  }

  @Test
  void withoutACandidateTheReasonsAreAnswered() {
    table = Fleet.table(List.of(Fleet.gpt()), List.of());
    NobodyEligible answer = (NobodyEligible) route(Fleet.query(HARD));
    assertThat(answer.decision().candidates().getFirst().reason()).isEqualTo("no healthy endpoint");
    assertThat(history.only().outcome()).isEqualTo("no_endpoint");
    assertThat(history.only().model()).isEmpty();
  }

  @Test
  void theRateLimitAdmitsNoMoreThanItSays() {
    Model limited = Fleet.limited(Fleet.gpt(), new ModelLimits(1, ModelLimits.UNLIMITED));
    table = Fleet.table(List.of(limited), Fleet.endpoints().subList(0, 2));
    assertThat(route(Fleet.query(HARD))).isInstanceOf(Answered.class);
    assertThat(route(Fleet.query(HARD))).isInstanceOf(NobodyEligible.class);
  }

  @Test
  void anEndpointThatIsInTheRegistryAloneIsFoundByDns() {
    Endpoint unresolved = Fleet.endpoints().get(2).withAddresses(List.of());
    table = Fleet.table(List.of(Fleet.claude()), List.of(unresolved));
    assertThat(route(Fleet.query(HARD)).decision().method()).isEqualTo(RoutingMethod.DNS);
  }

  @Test
  void anAnswerIsKeptInHistoryWithItsCost() {
    route(Fleet.query(HARD));
    HistoryEntry entry = history.only();
    assertThat(entry.outcome()).isEqualTo("ok");
    assertThat(entry.face()).isEqualTo("route");
    assertThat(entry.status()).contains(200);
    assertThat(entry.model()).contains("claude-3");
    assertThat(entry.endpoint()).contains("claude-3-primary");
    assertThat(entry.method()).isEqualTo("LISP + DNS");
    assertThat(entry.usage()).isEqualTo(new TokenUsage(100, 50, 0, false));
    assertThat(entry.cost()).isEqualByComparingTo(new BigDecimal("0.00225"));
    assertThat(entry.streamed()).isFalse();
    assertThat(entry.totalTime()).isGreaterThan(entry.routingTime());
  }

  @Test
  void theDecisionAsJsonTellsAllButPromptAndAnswer() {
    route(Fleet.query(HARD));
    String text = history.only().decisionJson();
    JsonObject json = Json.createReader(new StringReader(text)).readObject();
    assertThat(text).doesNotContain("quantum computing for").doesNotContain("answer of");
    assertThat(json.getJsonObject("query_analysis").getString("query_type"))
        .isEqualTo("complex_reasoning");
    assertThat(json.getJsonArray("candidates")).hasSize(3);
    assertThat(json.getJsonObject("selected").getString("endpoint")).isEqualTo("claude-3-primary");
    assertThat(json.getJsonObject("lisp_routing").getJsonArray("locators")).hasSize(1);
    assertThat(json.getJsonObject("dns_routing").getBoolean("found")).isTrue();
    assertThat(json.getJsonArray("attempts").getJsonObject(0).getInt("status")).isEqualTo(200);
    assertThat(json.getJsonArray("steps").getJsonObject(0).getString("step")).isEqualTo("analysis");
    assertThat(json.getJsonObject("context").getString("team")).isEqualTo("tests");
    assertThat(json.get("preferred_model")).isEqualTo(JsonValue.NULL);
    assertThat(json.getString("workload_class")).isEqualTo("general");
  }

  @Test
  void aStreamThatFailsBeforeContentFallsBackUnseen() {
    upstream.fail("claude-3-primary", Kind.CUT);
    List<JsonObject> seen = new ArrayList<>();
    Answered answer = (Answered) router(4).stream(Fleet.query(HARD), seen::add);
    assertThat(answer.completion().text()).startsWith("answer of gpt-4");
    assertThat(seen).hasSize(1);
    assertThat(history.only().streamed()).isTrue();
  }

  @Test
  void aStreamThatFailsAfterContentIsNotStartedAgain() {
    upstream.cutAfterContent("claude-3-primary");
    List<JsonObject> seen = new ArrayList<>();
    AllFailed answer = (AllFailed) router(4).stream(Fleet.query(HARD), seen::add);
    assertThat(answer.last().contentSent()).isTrue();
    assertThat(answer.decision().attempts()).hasSize(1);
    assertThat(history.only().usage().estimated()).isTrue();
    assertThat(history.only().usage().outputTokens()).isPositive();
  }

  @Test
  void aCallerThatLeavesIsBilledForWhatItGot() {
    ChunkSink leaving =
        new ChunkSink() {
          private int chunks;

          @Override
          public void chunk(JsonObject chunk) throws ClientGoneException {
            if (chunks++ == 1) {
              throw new ClientGoneException(new IOException("broken pipe"));
            }
          }
        };
    upstream.chunks = 5;
    Abandoned answer = (Abandoned) router(4).stream(Fleet.query(HARD), leaving);
    assertThat(answer.partial().orElseThrow().text()).isEqualTo("answer of claude-3-primary");
    assertThat(answer.decision().attempts().getFirst().outcome()).isEqualTo("client_gone");
    assertThat(history.only().outcome()).isEqualTo("client_gone");
    assertThat(history.only().cost()).isPositive();
    assertThat(table.load(new EndpointId("claude-3-primary")).failures()).isZero();
    assertThat(table.load(new EndpointId("claude-3-primary")).inFlight()).isZero();
  }

  private RoutedAnswer route(RouteQuery query) {
    return route(query, RoutingSettings.DEFAULT_MAX_ATTEMPTS);
  }

  private RoutedAnswer route(RouteQuery query, int maxAttempts) {
    return router(maxAttempts).route(query);
  }

  private QueryRouter router(int maxAttempts) {
    AtomicLong nanos = new AtomicLong();
    RoutingSettings settings =
        new RoutingSettings(
            InstantSource.fixed(Fleet.NOON),
            () -> nanos.addAndGet(1_000_000),
            new SplittableRandom(1),
            maxAttempts,
            Duration.ofSeconds(60),
            Admission.LOCAL);
    return new QueryRouter(table, upstream, history, settings);
  }
}
