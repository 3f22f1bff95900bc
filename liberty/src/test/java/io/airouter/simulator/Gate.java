package io.airouter.simulator;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;

/**
 * Where every exchange of an endpoint passes before it may answer, and where it waits when the
 * endpoint is slow or hangs. An exchange caught by {@code HANG}, even in the middle of a stream,
 * stays until the state changes and is then cut without an answer; {@code REFUSE} cuts waiting
 * exchanges at once. Safe for many threads; while the state is {@code OK} and nothing is slow it
 * costs one volatile read.
 */
final class Gate {

  private volatile EndpointState state = EndpointState.OK;
  private long changes;

  synchronized void become(EndpointState next) {
    if (next != state) {
      state = next;
      changes++;
      notifyAll();
    }
  }

  /** Lets the caller go on after so many nanoseconds, while the endpoint answers. */
  void pass(long nanos) throws IOException {
    if (nanos <= 0 && state == EndpointState.OK) {
      return;
    }
    try {
      await(nanos);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting to answer");
    }
  }

  private synchronized void await(long nanos) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + Math.max(0, nanos);
    long left = nanos;
    while (state == EndpointState.OK && left > 0) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = deadline - System.nanoTime();
    }
    if (state == EndpointState.HANG) {
      long seen = changes;
      while (seen == changes) {
        wait();
      }
      throw new EndpointStoppedException("the endpoint hung");
    }
    if (state == EndpointState.REFUSE) {
      throw new EndpointStoppedException("the endpoint stopped listening");
    }
  }
}
