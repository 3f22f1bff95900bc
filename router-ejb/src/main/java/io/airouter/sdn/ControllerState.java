package io.airouter.sdn;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * How it stands with a controller, as the node that works on it saw it last.
 *
 * @param reason why it is not well; empty where it is
 * @param lastAttempt when it was last asked
 * @param lastSuccess when it was last brought up to date, or found to be
 * @param nextAttempt when it is asked again at the latest
 * @param failures in a row
 * @param appliedGeneration the newest change that is known to have arrived there
 * @param entries every row compared
 * @param imported how many endpoints come from it
 */
public record ControllerState(
    Condition condition,
    String reason,
    Optional<Instant> lastAttempt,
    Optional<Instant> lastSuccess,
    Optional<Instant> nextAttempt,
    int failures,
    long appliedGeneration,
    List<ComparedRow> entries,
    int imported) {

  /** In one word, the worst first. */
  public enum Condition {
    /** It cannot be asked, or answers with errors. */
    FAILING,
    /** The plan is one that only an operator may carry out. */
    REFUSED,
    /** Rows are fought over, or were refused one by one. */
    CONTESTED,
    /** Not asked yet. */
    UNKNOWN,
    /** Rows are on their way. */
    BEHIND,
    /** All rows stand there as wanted. */
    IN_SYNC,
    /** Nothing is published to it and nothing imported. */
    IDLE;

    /** The lower-case word used in API and pages. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The condition of that word. */
    public static Condition ofWord(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * One row as pages and API show it.
   *
   * @param eid in the spelling of the router
   * @param desired the wanted row in words; empty for nothing
   * @param installed the row that stands there in words; empty for nothing or unread
   */
  public record ComparedRow(
      String eid,
      String model,
      String drift,
      String step,
      String desired,
      String installed,
      String note) {

    static ComparedRow of(PlanEntry entry) {
      return new ComparedRow(
          entry.eid().toString(),
          entry.model(),
          entry.drift().word(),
          entry.step().word(),
          entry.desiredText(),
          entry.installedText(),
          entry.note());
    }
  }

  /** Nobody has asked it yet. */
  public static final ControllerState NEW =
      new ControllerState(
          Condition.UNKNOWN,
          "",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          0,
          0,
          List.of(),
          0);

  public ControllerState {
    Objects.requireNonNull(condition);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(lastAttempt);
    Objects.requireNonNull(lastSuccess);
    Objects.requireNonNull(nextAttempt);
    entries = List.copyOf(entries);
  }

  /** A plan as pages and API show it. */
  public static List<ComparedRow> rows(Plan plan) {
    return plan.entries().stream().map(ComparedRow::of).toList();
  }

  /** How many rows stand so. */
  public long count(Drift drift) {
    return entries.stream().filter(row -> row.drift().equals(drift.word())).count();
  }

  /** The same where nothing is published and nothing imported. */
  public ControllerState idle() {
    return new ControllerState(
        Condition.IDLE,
        "",
        lastAttempt,
        lastSuccess,
        Optional.empty(),
        0,
        appliedGeneration,
        entries,
        imported);
  }

  /** After an attempt that failed. */
  public ControllerState failed(ControllerFailure failure, Instant now, Backoff backoff) {
    String word = failure.kind().word();
    return new ControllerState(
        Condition.FAILING,
        word + ": " + failure.reason(),
        Optional.of(now),
        lastSuccess,
        Optional.of(backoff.notBefore()),
        backoff.failures(),
        appliedGeneration,
        entries,
        imported);
  }

  /** After an attempt that went through. */
  public ControllerState reached(Reached reached, Instant now, Instant next) {
    boolean isDone = reached.condition() == Condition.IN_SYNC;
    return new ControllerState(
        reached.condition(),
        reached.reason(),
        Optional.of(now),
        isDone ? Optional.of(now) : lastSuccess,
        Optional.of(next),
        0,
        isDone ? Math.max(appliedGeneration, reached.generation()) : appliedGeneration,
        reached.entries(),
        reached.imported());
  }

  /**
   * What an attempt found that went through.
   *
   * @param generation the newest change that had been made when it began
   */
  public record Reached(
      Condition condition,
      String reason,
      long generation,
      List<ComparedRow> entries,
      int imported) {
    public Reached {
      entries = List.copyOf(entries);
    }
  }
}
