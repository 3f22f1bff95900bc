package io.airouter.bench;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A JVM this benchmark started, perhaps through a script, whose CPU time can be read. It ends with
 * this process, if that ends in order.
 */
final class MeasuredProcess implements AutoCloseable {
  private static final long STOP_SECONDS = 20;

  private final Process process;

  MeasuredProcess(Process process) {
    this.process = process;
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop-measured"));
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** CPU time spent by the JVM so far, all threads; not by its PostgreSQL. */
  Duration cpu() {
    return jvm().info().totalCpuDuration().orElseThrow();
  }

  /** Runs the load and charges it with what the process spent meanwhile. */
  Sample charge(Supplier<Sample> load) {
    Duration before = cpu();
    Sample sample = load.get();
    return sample.spending(cpu().minus(before));
  }

  /** The process itself where the script replaced itself, else its child. */
  private ProcessHandle jvm() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .filter(p -> p.info().command().filter(c -> c.endsWith("/java")).isPresent())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the measured process has ended"));
  }

  /** TERM, and after a while KILL. */
  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
