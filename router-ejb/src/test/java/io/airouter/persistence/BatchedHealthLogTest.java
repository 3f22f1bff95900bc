package io.airouter.persistence;

import static io.airouter.history.EndpointStanding.CRITICAL;
import static io.airouter.history.EndpointStanding.PASSING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.airouter.history.HealthEvent;
import io.airouter.history.HistoryEntry;
import io.airouter.history.HistoryLog.Standing;
import io.airouter.history.Latency;
import io.airouter.history.LatencyReader.RecentLatencies;
import io.airouter.model.Endpoint;
import io.airouter.model.EndpointId;
import io.airouter.query.Fleet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is written of endpoints, and how it is read again. */
class BatchedHealthLogTest {
  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
  private static final EndpointId PRIMARY = new EndpointId("gpt-4-primary");

  @BeforeEach
  void empty() {
    TestDatabase.execute("TRUNCATE endpoint_health_event, routing_history");
  }

  @Test
  void anEventIsReadAsItWasWrittenNewestFirst() {
    HealthEvent failed = new HealthEvent(PRIMARY, NOON, PASSING, CRITICAL, "refused", "one");
    HealthEvent back =
        new HealthEvent(PRIMARY, NOON.plusSeconds(9), CRITICAL, PASSING, "HTTP 200", "two");
    try (BatchedHealthLog log = log(NOON)) {
      log.append(failed);
      log.append(back);
      await().until(() -> log.standing().equals(new Standing(0, 2, 0)));
    }
    assertThat(events(PRIMARY, NOON, 10)).containsExactly(back, failed);
    assertThat(events(PRIMARY, NOON, 1)).containsExactly(back);
    assertThat(lastOf("one")).contains(failed);
    assertThat(lastOf("two")).isEmpty();
    assertThat(events(new EndpointId("other"), NOON, 10)).isEmpty();
  }

  @Test
  void closingWritesWhatIsWaitingAndTakesNothingMore() {
    BatchedHealthLog log = log(NOON);
    for (int i = 0; i < 700; i++) {
      log.append(new HealthEvent(PRIMARY, NOON.plusMillis(i), PASSING, CRITICAL, "", "one"));
    }
    log.close();
    log.append(new HealthEvent(PRIMARY, NOON, PASSING, CRITICAL, "late", "one"));

    assertThat(log.standing()).isEqualTo(new Standing(0, 700, 1));
    assertThat(rows()).isEqualTo(700);
  }

  @Test
  void whatIsOlderThanTheRetentionIsDeleted() {
    try (BatchedHealthLog log = log(NOON)) {
      log.append(
          new HealthEvent(
              PRIMARY, NOON.minus(Duration.ofDays(31)), PASSING, CRITICAL, "old", "one"));
      log.append(new HealthEvent(PRIMARY, NOON, CRITICAL, PASSING, "new", "one"));
    }
    log(NOON).close();
    assertThat(events(PRIMARY, Instant.EPOCH, 10))
        .extracting(HealthEvent::reason)
        .containsExactly("new");
  }

  @Test
  void percentilesAreOfTheEndpointAndOfItsModel() throws SQLException {
    List<HistoryEntry> entries = new ArrayList<>();
    for (int i = 1; i <= 100; i++) {
      entries.add(HistoryEntries.entry("r" + i, NOON.plusSeconds(i), "ok", Duration.ofMillis(i)));
    }
    entries.add(HistoryEntries.entry("plan", NOON, "dry_run", Duration.ofSeconds(9)));
    entries.add(HistoryEntries.entry("early", NOON.minusSeconds(1), "ok", Duration.ofSeconds(9)));
    new HistoryBatch(TestDatabase.SOURCE).write(entries);

    Endpoint idle = endpoint("gpt-4-secondary");
    RecentLatencies found = latencies(List.of(endpoint("gpt-4-primary"), idle));

    assertThat(found.of(PRIMARY)).contains(new Latency(100, 95.05));
    assertThat(found.of(Fleet.GPT)).contains(new Latency(100, 95.05));
    assertThat(found.of(idle.id())).isEmpty();
    assertThat(latencies(List.of())).isEqualTo(RecentLatencies.NONE);
  }

  private static Endpoint endpoint(String id) {
    return Fleet.endpoint(id, Fleet.GPT, "127.0.1.1");
  }

  private static BatchedHealthLog log(Instant now) {
    return new BatchedHealthLog(
        TestDatabase.SOURCE,
        InstantSource.fixed(now),
        Period.ofDays(30),
        Thread.ofVirtual().factory());
  }

  private static List<HealthEvent> events(EndpointId endpoint, Instant from, int count) {
    return read(reader -> reader.events(endpoint, from, count));
  }

  private static Optional<HealthEvent> lastOf(String node) {
    return read(reader -> reader.last(PRIMARY, node, NOON.plusSeconds(1)));
  }

  private static RecentLatencies latencies(List<Endpoint> endpoints) {
    return read(reader -> reader.since(endpoints, NOON));
  }

  private static <T> T read(Function<JpaEndpointHistory, T> reading) {
    return TestDatabase.inTransaction(e -> reading.apply(new JpaEndpointHistory(e)));
  }

  private static long rows() {
    return TestDatabase.count("SELECT count(*) FROM endpoint_health_event");
  }
}
