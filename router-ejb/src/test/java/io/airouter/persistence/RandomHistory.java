package io.airouter.persistence;

import io.airouter.history.HistoryEntry;
import io.airouter.model.TokenUsage;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** Made-up history of every kind, the same at each run, and what brute force makes of it. */
final class RandomHistory {
  static final List<String> MODELS = List.of("gpt-4", "claude-3", "llama");
  private static final List<String> CLASSES = List.of("general", "fast-response");
  private static final List<String> CALLERS = List.of("anonymous", "shop", "batch");
  private static final List<String> FAILURES = List.of("connect", "timeout", "status", "rejected");
  private static final List<String> OUTCOMES =
      List.of("ok", "ok", "ok", "ok", "ok", "dry_run", "no_endpoint", "upstream_error", "rejected");
  private static final int BATCH = 500;

  private final Random random;
  private int made;

  RandomHistory(long seed) {
    this.random = new Random(seed);
  }

  /** That many entries, spread over {@code span} from {@code from} on. */
  List<HistoryEntry> entries(int count, Instant from, Duration span) {
    List<HistoryEntry> entries = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Instant at = from.plusNanos(1_000 * (random.nextLong(span.toNanos()) / 1_000));
      entries.add(entry(at, pick(OUTCOMES)));
    }
    return entries;
  }

  private HistoryEntry entry(Instant at, String outcome) {
    String model = pick(MODELS);
    boolean called = !outcome.equals("no_endpoint") && !outcome.equals("dry_run");
    int attempts = called ? 1 + (random.nextInt(10) == 0 ? 1 + random.nextInt(2) : 0) : 0;
    String endpoint = model + "-" + (1 + random.nextInt(2));
    long input = called ? random.nextInt(2_000) : 0;
    return new HistoryEntry(
        "random-" + made++,
        at,
        "route",
        pick(CALLERS),
        "10.1.0.1",
        pick(CLASSES),
        "simple_qa",
        random.nextDouble(),
        "medium",
        outcome.equals("no_endpoint") ? Optional.empty() : Optional.of(model),
        outcome.equals("no_endpoint") ? Optional.empty() : Optional.of(endpoint),
        "LISP + DNS",
        outcome,
        Optional.empty(),
        attempts,
        new TokenUsage(input, input / 2, input / 4, false),
        BigDecimal.valueOf(input, 6),
        Duration.ofNanos(200_000),
        latency(),
        random.nextBoolean(),
        random.nextDouble(),
        decision(model, endpoint, attempts, outcome));
  }

  /** From half a millisecond to minutes, most of them short. */
  private Duration latency() {
    return Duration.ofNanos(1_000 * (500 + (long) Math.exp(random.nextDouble() * 18)));
  }

  private String decision(String model, String endpoint, int attempts, String outcome) {
    StringBuilder json = new StringBuilder("{\"attempts\": [");
    for (int i = 1; i < attempts; i++) {
      json.append(attempt(model, model + "-" + (1 + random.nextInt(2)), pick(FAILURES)))
          .append(", ");
    }
    String last = outcome.equals("upstream_error") ? "cut" : outcome;
    return json.append(attempts > 0 ? attempt(model, endpoint, last) : "").append("]}").toString();
  }

  private static String attempt(String model, String endpoint, String outcome) {
    return "{\"model\": \"%s\", \"endpoint\": \"%s\", \"outcome\": \"%s\"}"
        .formatted(model, endpoint, outcome);
  }

  private String pick(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }

  static void write(List<HistoryEntry> entries) throws SQLException {
    HistoryBatch batch = new HistoryBatch(TestDatabase.SOURCE);
    for (int i = 0; i < entries.size(); i += BATCH) {
      batch.write(entries.subList(i, Math.min(entries.size(), i + BATCH)));
    }
  }

  /** An empty history without rollups or marks. */
  static void clear() {
    TestDatabase.execute(
        "TRUNCATE routing_history, routing_1h, endpoint_1h, routing_touched;"
            + " UPDATE routing_rollup SET rolled_up_to = '-infinity', kept_from = '-infinity'");
  }

  static boolean isCalled(HistoryEntry entry) {
    return !entry.outcome().equals("dry_run");
  }

  static boolean isError(HistoryEntry entry) {
    return entry.outcome().equals("no_endpoint") || entry.outcome().equals("upstream_error");
  }

  static long count(List<HistoryEntry> entries, Predicate<HistoryEntry> which) {
    return entries.stream().filter(which).count();
  }

  static long sum(List<HistoryEntry> entries, ToLongFunction<HistoryEntry> figure) {
    return entries.stream().mapToLong(figure).sum();
  }

  static BigDecimal cost(List<HistoryEntry> entries) {
    return entries.stream().map(HistoryEntry::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The smallest response time that this share of the queries did not exceed, in milliseconds. */
  static double percentile(List<HistoryEntry> entries, double fraction) {
    double[] sorted =
        entries.stream()
            .filter(RandomHistory::isCalled)
            .mapToDouble(e -> e.totalTime().toNanos() / 1e6)
            .sorted()
            .toArray();
    return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(fraction * sorted.length) - 1];
  }
}
