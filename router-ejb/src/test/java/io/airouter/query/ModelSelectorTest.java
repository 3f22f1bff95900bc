package io.airouter.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.airouter.model.EndpointId;
import io.airouter.model.HealthState;
import io.airouter.model.Model;
import io.airouter.model.ModelId;
import io.airouter.model.ModelLimits;
import io.airouter.model.Priority;
import io.airouter.model.RoutingPolicy;
import io.airouter.model.ScoringWeights;
import io.airouter.model.WorkloadClass;
import io.airouter.table.RouteChange.EndpointHealthChanged;
import io.airouter.table.RouteChange.PolicySet;
import io.airouter.table.RoutingTable;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ModelSelectorTest {
  private static final String HARD =
      "Analyze the implications of quantum computing for cryptography. Compare the trade-offs of"
          + " three strategies step by step and justify your design.";
  private static final String EASY = "What is the capital of France?";

  @Test
  void aHardQuestionGoesToAnExcellentModelThatCostsLess() {
    List<Candidate> ranked = rank(Fleet.table(), Fleet.query(HARD));
    assertThat(ranked)
        .extracting(Candidate::model)
        .containsExactly(Fleet.CLAUDE, Fleet.GPT, Fleet.FAST);
    assertThat(ranked.getFirst().reason()).isEqualTo("best score");
    assertThat(ranked.get(1).reason()).contains("behind claude-3").endsWith("most by cost");
    assertThat(ranked.get(2).reason()).endsWith("most by capability");
  }

  @Test
  void anEasyQuestionGoesToTheCheapOne() {
    assertThat(rank(Fleet.table(), Fleet.query(EASY)).getFirst().model()).isEqualTo(Fleet.FAST);
  }

  @Test
  void scoresAreTheWeightedSumOfTheCriteria() {
    Candidate first = rank(Fleet.table(), Fleet.query(HARD)).getFirst();
    Candidate.CriterionScores s = first.scores();
    assertThat(first.score())
        .isCloseTo(
            .4 * s.capability() + .3 * s.load() + .2 * s.cost() + .1 * s.responseTime(),
            offset(1e-9));
    assertThat(s.responseTime()).isEqualTo(0.5);
    assertThat(first.estimatedResponseTime()).isEqualTo(ModelSelector.NEUTRAL_RESPONSE_TIME);
  }

  @Test
  void aBusyModelLosesToAnIdleOne() {
    RoutingTable table = Fleet.table();
    for (int i = 0; i < 30; i++) {
      table.load(new EndpointId("claude-3-primary")).began();
    }
    List<Candidate> ranked = rank(table, Fleet.query(HARD));
    assertThat(ranked.getFirst().model()).isEqualTo(Fleet.GPT);
    assertThat(candidate(ranked, Fleet.CLAUDE).reason()).endsWith("most by load");
  }

  @Test
  void aSlowModelScoresLess() {
    RoutingTable table = Fleet.table();
    table.load(new EndpointId("claude-3-primary")).began();
    table.load(new EndpointId("claude-3-primary")).ended(Duration.ofSeconds(8));
    Candidate claude = candidate(rank(table, Fleet.query(HARD)), Fleet.CLAUDE);
    assertThat(claude.scores().responseTime()).isEqualTo(0.2);
    assertThat(claude.estimatedResponseTime()).isEqualTo(Duration.ofSeconds(8));
  }

  @Test
  void highPriorityMindsCostLessAndLowPriorityMore() {
    RoutingTask high = task(Fleet.table(), new Fleet.Asking(HARD).with(Priority.HIGH).query());
    RoutingTask low = task(Fleet.table(), new Fleet.Asking(HARD).with(Priority.LOW).query());
    assertThat(high.weights().cost()).isLessThan(0.2).isLessThan(low.weights().cost());
    assertThat(high.weights().capability()).isGreaterThan(0.4);
    assertThat(low.weights().responseTime()).isLessThan(0.1);
  }

  @Test
  void aPreferredModelComesFirstAndTheReasonsSaySo() {
    RouteQuery query = new Fleet.Asking(EASY).preferring(Fleet.GPT, false).query();
    List<Candidate> ranked = rank(Fleet.table(), query);
    assertThat(ranked.getFirst().model()).isEqualTo(Fleet.GPT);
    assertThat(ranked.getFirst().reason()).isEqualTo("preferred by the caller");
    assertThat(ranked.get(1).reason()).isEqualTo("scores higher, but gpt-4 is preferred");
  }

  @Test
  void aStrictPreferenceLeavesTheOthersOut() {
    RouteQuery query = new Fleet.Asking(EASY).preferring(Fleet.GPT, true).query();
    List<Candidate> ranked = rank(Fleet.table(), query);
    assertThat(ranked)
        .filteredOn(Candidate::eligible)
        .extracting(Candidate::model)
        .containsExactly(Fleet.GPT);
    assertThat(candidate(ranked, Fleet.FAST).reason()).isEqualTo("the caller insists on gpt-4");
  }

  @Test
  void aClassThatAllowsOneModelLeavesTheOthersOut() {
    RouteQuery query = new Fleet.Asking(HARD).from("10.2.3.4").query();
    List<Candidate> ranked = rank(Fleet.table(), query);
    assertThat(ranked.getFirst().model()).isEqualTo(Fleet.FAST);
    assertThat(candidate(ranked, Fleet.GPT).reason()).isEqualTo("not allowed by class fast");
    assertThat(candidate(ranked, Fleet.GPT).score()).isZero();
  }

  @Test
  void withoutAHealthyEndpointAModelIsLeftOut() {
    RoutingTable table = Fleet.table();
    table.apply(
        new EndpointHealthChanged(
            new EndpointId("claude-3-primary"),
            Fleet.withHealth(Fleet.endpoints().get(2), HealthState.CRITICAL).health()));
    assertThat(candidate(rank(table, Fleet.query(HARD)), Fleet.CLAUDE).reason())
        .isEqualTo("no healthy endpoint");
  }

  @Test
  void aPromptBeyondTheContextWindowLeavesAModelOut() {
    List<Candidate> ranked = rank(Fleet.table(), Fleet.query("word ".repeat(10_000)));
    assertThat(ranked).noneMatch(Candidate::eligible);
    assertThat(ranked.getFirst().reason()).startsWith("context window of 8192 is too small for ");
  }

  @Test
  void aUsedUpRateLimitLeavesAModelOut() {
    Model limited = Fleet.limited(Fleet.gpt(), new ModelLimits(1, ModelLimits.UNLIMITED));
    RoutingTable table = Fleet.table(List.of(limited), Fleet.endpoints().subList(0, 2));
    assertThat(rank(table, Fleet.query(EASY)).getFirst().eligible()).isTrue();
    table.load(Fleet.GPT).admit(1, Fleet.NOON);
    assertThat(rank(table, Fleet.query(EASY)).getFirst().reason())
        .isEqualTo("rate limit of 1 a minute reached");
  }

  @Test
  void costAndLatencyLimitsOfTheClassHold() {
    RoutingTable table = Fleet.table();
    RoutingPolicy thrifty =
        new RoutingPolicy(
            Set.of(),
            Optional.empty(),
            Priority.MEDIUM,
            Optional.of(new BigDecimal("0.001")),
            Optional.of(Duration.ofSeconds(1)));
    table.apply(
        new PolicySet(
            List.of(new WorkloadClass("general", Fleet.classes().getFirst().sources(), thrifty)),
            ScoringWeights.DEFAULT));
    table.load(new EndpointId("gpt-3.5-fast-1")).began();
    table.load(new EndpointId("gpt-3.5-fast-1")).ended(Duration.ofSeconds(3));
    List<Candidate> ranked = rank(table, Fleet.query(HARD));
    assertThat(candidate(ranked, Fleet.GPT).reason()).contains("above the cost limit 0.001");
    assertThat(candidate(ranked, Fleet.FAST).reason())
        .isEqualTo("average response time 3000 ms is above the latency limit 1000 ms");
  }

  @Test
  void anEmptyCatalogueHasNoCandidates() {
    assertThat(rank(Fleet.table(List.of(), List.of()), Fleet.query(EASY))).isEmpty();
  }

  private static RoutingTask task(RoutingTable table, RouteQuery query) {
    WorkloadClass workloadClass = table.snapshot().catalogue().classOf(query.sourceEid());
    QueryAnalysis analysis = new QueryAnalyzer().analyze(query, Priority.MEDIUM);
    return new RoutingTask(query, analysis, workloadClass, table.snapshot());
  }

  private static List<Candidate> rank(RoutingTable table, RouteQuery query) {
    return new ModelSelector(table).rank(task(table, query), Fleet.NOON);
  }

  private static Candidate candidate(List<Candidate> ranked, ModelId id) {
    return ranked.stream().filter(c -> c.model().equals(id)).findFirst().orElseThrow();
  }
}
