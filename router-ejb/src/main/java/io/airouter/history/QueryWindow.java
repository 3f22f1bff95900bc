package io.airouter.history;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The queries of the last minute in figures, dry runs left out; errors as in {@link
 * HistorySummary}. Counted in slots of five seconds under one short lock.
 */
public final class QueryWindow {
  public static final Duration LENGTH = Duration.ofMinutes(1);

  private static final long SLOT_SECONDS = 5;
  private static final double NANOS_A_SECOND = 1e9;

  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Slot> slots = new ArrayDeque<>();

  /** What ended within one slot of time. */
  private static final class Slot {
    private final long number;
    private long requests;
    private long errors;
    private long answers;
    private long nanos;

    private Slot(long number) {
      this.number = number;
    }
  }

  /**
   * The last minute.
   *
   * @param answers queries that were answered
   * @param meanSeconds until an answer was complete; zero where there was none
   */
  public record Figures(long requests, long errors, long answers, double meanSeconds) {}

  /** Counts a query that ended now. */
  public void count(HistoryEntry entry, Instant now) {
    if (entry.outcome().equals(HistoryEntry.DRY_RUN)) {
      return;
    }
    lock.lock();
    try {
      Slot slot = slot(now);
      slot.requests++;
      slot.errors += HistoryEntry.ERRORS.contains(entry.outcome()) ? 1 : 0;
      if (entry.outcome().equals(HistoryEntry.OK)) {
        slot.answers++;
        slot.nanos += entry.totalTime().toNanos();
      }
    } finally {
      lock.unlock();
    }
  }

  private Slot slot(Instant now) {
    long number = Math.floorDiv(now.getEpochSecond(), SLOT_SECONDS);
    forget(number);
    // A clock that was set back counts into the newest slot.
    if (slots.isEmpty() || slots.getLast().number < number) {
      slots.addLast(new Slot(number));
    }
    return slots.getLast();
  }

  private void forget(long number) {
    long oldest = number - LENGTH.toSeconds() / SLOT_SECONDS;
    while (!slots.isEmpty() && slots.getFirst().number <= oldest) {
      slots.removeFirst();
    }
  }

  public Figures figures(Instant now) {
    lock.lock();
    try {
      forget(Math.floorDiv(now.getEpochSecond(), SLOT_SECONDS));
      long answers = slots.stream().mapToLong(slot -> slot.answers).sum();
      double nanos = slots.stream().mapToLong(slot -> slot.nanos).sum();
      return new Figures(
          slots.stream().mapToLong(slot -> slot.requests).sum(),
          slots.stream().mapToLong(slot -> slot.errors).sum(),
          answers,
          answers == 0 ? 0 : nanos / answers / NANOS_A_SECOND);
    } finally {
      lock.unlock();
    }
  }
}
