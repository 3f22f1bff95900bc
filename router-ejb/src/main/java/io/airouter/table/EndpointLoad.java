package io.airouter.table;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * What an endpoint is doing right now: calls in flight and the exponentially weighted moving
 * average of its latency. Thread safe; reads are not consistent with one another and need not be.
 */
public final class EndpointLoad {
  /** The weight of the newest observation: ten calls shape the average. */
  private static final double ALPHA = 0.2;

  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicLong ewmaNanos = new AtomicLong();
  private final LongAdder calls = new LongAdder();
  private final LongAdder failures = new LongAdder();

  /** A call begins; {@link #ended}, {@link #failed} or {@link #abandoned} must follow. */
  public void began() {
    inFlight.incrementAndGet();
    calls.increment();
  }

  public void ended(Duration latency) {
    inFlight.decrementAndGet();
    long nanos = latency.toNanos();
    ewmaNanos.updateAndGet(old -> old == 0 ? nanos : Math.round(old + ALPHA * (nanos - old)));
  }

  /** A call that failed tells nothing of the latency of good ones. */
  public void failed() {
    inFlight.decrementAndGet();
    failures.increment();
  }

  /** A call that ended for reasons of the caller's: it says neither good nor bad. */
  public void abandoned() {
    inFlight.decrementAndGet();
  }

  public int inFlight() {
    return inFlight.get();
  }

  /** Zero until a first call ended. */
  public Duration averageLatency() {
    return Duration.ofNanos(ewmaNanos.get());
  }

  public long calls() {
    return calls.sum();
  }

  public long failures() {
    return failures.sum();
  }
}
