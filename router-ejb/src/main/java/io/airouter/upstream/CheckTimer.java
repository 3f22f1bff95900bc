package io.airouter.upstream;

import java.time.Duration;

/** Runs checks later, each on a thread that may block. */
@FunctionalInterface
public interface CheckTimer {
  /** A timer whose tasks run on virtual threads, which sleep until then. */
  static CheckTimer onVirtualThreads() {
    return (delay, task) -> {
      Thread thread =
          Thread.ofVirtual()
              .name("health-check")
              .start(
                  () -> {
                    try {
                      Thread.sleep(delay);
                    } catch (InterruptedException e) {
                      // Cancelled before its time.
                      return;
                    }
                    task.run();
                  });
      return thread::interrupt;
    };
  }

  /** Runs the task once after the delay, unless it is cancelled before. */
  Cancellation after(Duration delay, Runnable task);

  /** Takes back what was ordered; a check that already runs is interrupted. */
  @FunctionalInterface
  interface Cancellation {
    void cancel();
  }
}
