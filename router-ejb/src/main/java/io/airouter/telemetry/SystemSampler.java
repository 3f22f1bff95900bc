package io.airouter.telemetry;

import com.sun.management.OperatingSystemMXBean;
import io.airouter.history.SystemFigure;
import io.airouter.history.SystemSample;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * Takes samples of host and process: from the JVM's own beans, which know a container's limits, and
 * on Linux from {@code /proc}. Rates are those since the sample before, so the first has none. One
 * thread.
 */
public final class SystemSampler {
  private static final double PERCENT = 100;

  private final InstantSource clock;
  private final Path data;
  private final HostFiles files;
  private final OperatingSystemMXBean system =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private Optional<Counters> before = Optional.empty();

  /** What only grows. */
  private record Counters(Instant at, Duration collecting, Optional<HostFiles.Traffic> traffic) {}

  /**
   * Samples this host.
   *
   * @param data the folder whose disk is watched
   */
  public SystemSampler(InstantSource clock, Path data) {
    this(clock, data, new HostFiles(Path.of("/proc")));
  }

  SystemSampler(InstantSource clock, Path data, HostFiles files) {
    this.clock = clock;
    this.data = data;
    this.files = files;
  }

  public SystemSample sample() {
    Map<SystemFigure, Double> figures = new EnumMap<>(SystemFigure.class);
    processor(figures);
    memory(figures);
    disk(figures);
    process(figures);
    Counters now = new Counters(clock.instant(), collecting(), files.traffic());
    before.ifPresent(then -> rates(then, now, figures));
    before = Optional.of(now);
    return new SystemSample(now.at(), figures);
  }

  private void processor(Map<SystemFigure, Double> figures) {
    share(SystemFigure.CPU_PERCENT, system.getCpuLoad(), figures);
    share(SystemFigure.ROUTER_CPU_PERCENT, system.getProcessCpuLoad(), figures);
  }

  private void memory(Map<SystemFigure, Double> figures) {
    long total = system.getTotalMemorySize();
    long free = system.getFreeMemorySize();
    // Linux counts its file cache as used; a container's limit is known to the bean only.
    Optional<HostFiles.Memory> host = files.memory().filter(m -> m.total() <= total);
    double used = host.map(m -> m.total() - m.available()).orElse(total - free);
    figures.put(SystemFigure.MEMORY_USED_BYTES, Math.max(0, used));
    figures.put(SystemFigure.MEMORY_TOTAL_BYTES, (double) total);
    share(SystemFigure.MEMORY_PERCENT, used / total, figures);
  }

  private void disk(Map<SystemFigure, Double> figures) {
    try {
      FileStore store = Files.getFileStore(data);
      double total = store.getTotalSpace();
      double used = total - store.getUsableSpace();
      figures.put(SystemFigure.DISK_USED_BYTES, Math.max(0, used));
      figures.put(SystemFigure.DISK_TOTAL_BYTES, total);
      share(SystemFigure.DISK_PERCENT, used / total, figures);
    } catch (IOException e) {
      // The folder went away: there is nothing to tell of its disk.
      figures.remove(SystemFigure.DISK_PERCENT);
    }
  }

  private static void process(Map<SystemFigure, Double> figures) {
    MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    figures.put(SystemFigure.HEAP_USED_BYTES, (double) heap.getUsed());
    share(SystemFigure.HEAP_PERCENT, (double) heap.getUsed() / heap.getMax(), figures);
    int threads = ManagementFactory.getThreadMXBean().getThreadCount();
    figures.put(SystemFigure.THREADS, (double) threads);
  }

  private static void rates(Counters then, Counters now, Map<SystemFigure, Double> figures) {
    Duration passed = Duration.between(then.at(), now.at());
    double seconds = passed.toNanos() / 1e9;
    if (seconds <= 0) {
      return;
    }
    double collected = now.collecting().minus(then.collecting()).toNanos() / 1e9;
    share(SystemFigure.GC_PERCENT, collected / seconds, figures);
    if (then.traffic().isPresent() && now.traffic().isPresent()) {
      HostFiles.Traffic old = then.traffic().get();
      HostFiles.Traffic fresh = now.traffic().get();
      // A card that went away takes its counts along; that is no negative traffic.
      double received = Math.max(0, fresh.received() - old.received());
      double sent = Math.max(0, fresh.sent() - old.sent());
      double loopback = Math.max(0, fresh.loopback() - old.loopback());
      figures.put(SystemFigure.NETWORK_RECEIVED_BYTES, received / seconds);
      figures.put(SystemFigure.NETWORK_SENT_BYTES, sent / seconds);
      figures.put(SystemFigure.LOOPBACK_BYTES, loopback / seconds);
    }
  }

  private static Duration collecting() {
    return Duration.ofMillis(
        ManagementFactory.getGarbageCollectorMXBeans().stream()
            .mapToLong(GarbageCollectorMXBean::getCollectionTime)
            .filter(millis -> millis > 0)
            .sum());
  }

  /** A share of 0..1 as percent; the beans say a negative one for what they do not know yet. */
  private static void share(SystemFigure figure, double share, Map<SystemFigure, Double> figures) {
    if (Double.isFinite(share) && share >= 0) {
      figures.put(figure, PERCENT * Math.min(1, share));
    }
  }
}
