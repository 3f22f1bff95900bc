package io.airouter.admin;

import java.util.List;
import java.util.Optional;

/**
 * A routing decision as its page shows it, read from the one JSON form that the API and the history
 * share; so a query that was just routed and one from last week look the same. Texts are ready to
 * show, times are in milliseconds.
 *
 * @param selected the model and endpoint that answered, or would be asked first
 */
public record DecisionView(
    Asked asked,
    Analysis analysis,
    List<CandidateRow> candidates,
    Optional<Selected> selected,
    String method,
    String confidence,
    MappingView mapping,
    ServiceView service,
    List<AttemptRow> attempts,
    List<StepRow> steps) {
  public DecisionView {
    candidates = List.copyOf(candidates);
    attempts = List.copyOf(attempts);
    steps = List.copyOf(steps);
  }

  /** Who asked, from where. */
  public record Asked(
      String requestId,
      String at,
      String face,
      String caller,
      String sourceEid,
      String workloadClass,
      String preferredModel,
      boolean dryRun,
      long tableVersion) {}

  /** What the router understood. */
  public record Analysis(
      String type,
      String complexity,
      String priority,
      long inputTokens,
      long outputTokens,
      String confidence,
      List<String> signals) {
    public Analysis {
      signals = List.copyOf(signals);
    }
  }

  /** A model that was considered; {@code chosen} is the one the answer came from. */
  public record CandidateRow(
      String model,
      boolean eligible,
      boolean chosen,
      String score,
      List<ScoreBar> bars,
      String cost,
      String time,
      String reason) {
    public CandidateRow {
      bars = List.copyOf(bars);
    }
  }

  /** One criterion's score; {@code length} is 0..100. */
  public record ScoreBar(String criterion, String score, int length) {}

  /** The choice. */
  public record Selected(
      String model,
      String endpoint,
      String authority,
      String origin,
      long priority,
      long weight,
      String score,
      String reasoning) {}

  /** The mapping database's answer. */
  public record MappingView(String eid, Optional<String> prefix, String origin, List<Rloc> rlocs) {
    public MappingView {
      rlocs = List.copyOf(rlocs);
    }

    boolean asked() {
      return !eid.isEmpty();
    }

    public String shownPrefix() {
      return prefix.orElse("no mapping");
    }
  }

  /** A locator with its priority and weight. */
  public record Rloc(String address, long priority, long weight) {}

  /** The service registry's answer. */
  public record ServiceView(String name, boolean found, List<Instance> instances) {
    public ServiceView {
      instances = List.copyOf(instances);
    }

    boolean asked() {
      return !name.isEmpty();
    }
  }

  /** An instance with its priority and weight. */
  public record Instance(String endpoint, String addresses, long priority, long weight) {}

  /** One call of an endpoint. */
  public record AttemptRow(
      int number,
      String model,
      String endpoint,
      String authority,
      boolean succeeded,
      StatusMark mark,
      String status,
      double millis,
      String detail) {
    public String time() {
      return Figures.millis(millis);
    }
  }

  /** How long a step took. */
  public record StepRow(String step, String label, double millis) {
    public String time() {
      return Figures.millis(millis);
    }
  }

  /** Why the choice was made; empty where there is none. */
  public String reasoning() {
    return selected.map(Selected::reasoning).orElse("");
  }

  /** The steps and calls, one after the other. */
  public List<TimeBar> times() {
    return TimeBar.of(steps, attempts);
  }

  boolean usedMapping() {
    return method.contains("LISP");
  }

  boolean usedRegistry() {
    return method.contains("DNS");
  }

  /** The time of that step; empty where it was not taken. */
  String timeOf(String step) {
    return steps.stream()
        .filter(row -> row.step().equals(step))
        .map(StepRow::time)
        .findFirst()
        .orElse("");
  }

  /** The candidate behind the choice, else the best one. */
  Optional<CandidateRow> leadingCandidate() {
    return candidates.stream()
        .filter(CandidateRow::chosen)
        .findFirst()
        .or(() -> candidates.stream().filter(CandidateRow::eligible).findFirst());
  }
}
