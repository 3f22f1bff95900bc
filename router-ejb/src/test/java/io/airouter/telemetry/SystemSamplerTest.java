package io.airouter.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.history.SystemFigure;
import io.airouter.history.SystemSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemSamplerTest {
  private static final String HEAD =
      """
      Inter-|   Receive                                                |  Transmit
       face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs
      """;

  @TempDir private Path host;
  private Instant now = Instant.parse("2026-11-23T10:00:00Z");
  private SystemSampler sampler;

  @BeforeEach
  void start() throws IOException {
    Files.createDirectory(host.resolve("net"));
    sampler = new SystemSampler(() -> now, host, new HostFiles(host));
  }

  private void traffic(long received, long sent, long loopback) throws IOException {
    Files.writeString(
        host.resolve("net/dev"),
        HEAD
            + "    lo: %d 9 0 0 0 0 0 0 %d 9 0 0 0 0 0 0%n".formatted(loopback, loopback)
            + "  eth0: %d 1 0 0 0 0 0 0 %d 1 0 0 0 0 0 0%n".formatted(received, sent));
  }

  @Test
  void networkRatesAreThoseSinceTheSampleBefore() throws IOException {
    traffic(1_000, 2_000, 500);
    assertThat(sampler.sample().figure(SystemFigure.NETWORK_RECEIVED_BYTES)).isEmpty();
    traffic(6_000, 2_500, 1_500);
    now = now.plusSeconds(5);
    SystemSample sample = sampler.sample();
    assertThat(sample.figure(SystemFigure.NETWORK_RECEIVED_BYTES)).hasValue(1_000);
    assertThat(sample.figure(SystemFigure.NETWORK_SENT_BYTES)).hasValue(100);
    assertThat(sample.figure(SystemFigure.LOOPBACK_BYTES)).hasValue(200);
  }

  @Test
  void aCardThatWentAwayIsNoNegativeTraffic() throws IOException {
    traffic(9_000, 9_000, 0);
    sampler.sample();
    traffic(10, 10, 0);
    now = now.plusSeconds(5);
    assertThat(sampler.sample().figure(SystemFigure.NETWORK_RECEIVED_BYTES)).hasValue(0);
  }

  @Test
  void whatThePlatformDoesNotTellIsAbsentAndTheRestIsThere() throws IOException {
    Files.writeString(host.resolve("net/dev"), "nothing that reads like a card: 1 2");
    sampler.sample();
    now = now.plusSeconds(5);
    SystemSample sample = sampler.sample();
    assertThat(sample.figures())
        .doesNotContainKey(SystemFigure.NETWORK_SENT_BYTES)
        .containsKeys(
            SystemFigure.MEMORY_PERCENT,
            SystemFigure.DISK_PERCENT,
            SystemFigure.HEAP_USED_BYTES,
            SystemFigure.THREADS,
            SystemFigure.GC_PERCENT);
  }

  @Test
  void memoryThatTheSystemCanGiveBackCountsAsFree() throws IOException {
    Files.writeString(
        host.resolve("meminfo"), "MemTotal: 4 kB\nMemFree: 1 kB\nMemAvailable: 3 kB\n");
    assertThat(sampler.sample().figure(SystemFigure.MEMORY_USED_BYTES)).hasValue(1024);
  }
}
