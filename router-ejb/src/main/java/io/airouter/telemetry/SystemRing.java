package io.airouter.telemetry;

import io.airouter.history.SystemHistory;
import io.airouter.history.SystemSample;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The samples of the last hour as they were taken, and those of the last day as means of a minute.
 * One short lock; a few hundred kilobytes.
 */
public final class SystemRing implements SystemHistory {
  private static final Duration FINE = Duration.ofHours(1);

  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<SystemSample> samples = new ArrayDeque<>();
  private final Deque<SystemSample> minutes = new ArrayDeque<>();
  private final List<SystemSample> minute = new ArrayList<>();

  public SystemRing(InstantSource clock) {
    this.clock = clock;
  }

  /** Adds the newest sample and forgets what is too old. */
  public void add(SystemSample sample) {
    lock.lock();
    try {
      Instant begin = sample.at().truncatedTo(ChronoUnit.MINUTES);
      if (!minute.isEmpty() && minute.getFirst().at().isBefore(begin)) {
        Instant past = minute.getFirst().at().truncatedTo(ChronoUnit.MINUTES);
        minutes.add(SystemSample.mean(past, minute));
        minute.clear();
      }
      minute.add(sample);
      samples.add(sample);
      forget(samples, sample.at().minus(FINE));
      forget(minutes, sample.at().minus(LONGEST));
    } finally {
      lock.unlock();
    }
  }

  private static void forget(Deque<SystemSample> ring, Instant before) {
    while (!ring.isEmpty() && ring.getFirst().at().isBefore(before)) {
      ring.removeFirst();
    }
  }

  @Override
  public Optional<SystemSample> latest() {
    lock.lock();
    try {
      return Optional.ofNullable(samples.peekLast());
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<SystemSample> over(Duration range, int count) {
    Instant from = clock.instant().minus(range);
    Duration width = range.dividedBy(count);
    SortedMap<Integer, List<SystemSample>> intervals = new TreeMap<>();
    for (SystemSample sample : since(from, range)) {
      long interval = Duration.between(from, sample.at()).dividedBy(width);
      intervals
          .computeIfAbsent(Math.clamp(interval, 0, count - 1), i -> new ArrayList<>())
          .add(sample);
    }
    return intervals.values().stream()
        .map(interval -> SystemSample.mean(interval.getLast().at(), interval))
        .toList();
  }

  private List<SystemSample> since(Instant from, Duration range) {
    lock.lock();
    try {
      List<SystemSample> found = new ArrayList<>();
      if (range.compareTo(FINE) > 0) {
        Instant fine = samples.isEmpty() ? Instant.MAX : samples.getFirst().at();
        minutes.stream().filter(sample -> sample.at().isBefore(fine)).forEach(found::add);
      }
      found.addAll(samples);
      found.removeIf(sample -> sample.at().isBefore(from));
      return found;
    } finally {
      lock.unlock();
    }
  }
}
