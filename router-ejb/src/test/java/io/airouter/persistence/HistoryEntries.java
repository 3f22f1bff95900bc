package io.airouter.persistence;

import io.airouter.history.HistoryEntry;
import io.airouter.model.TokenUsage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Entries for tests. */
final class HistoryEntries {
  private HistoryEntries() {}

  static HistoryEntry entry(String id, Instant at) {
    return entry(id, at, "ok", Duration.ofMillis(120));
  }

  static HistoryEntry entry(String id, Instant at, String outcome, Duration total) {
    return new HistoryEntry(
        id,
        at,
        "route",
        "anonymous",
        "10.1.0.1",
        "general",
        "simple_qa",
        0.25,
        "medium",
        Optional.of("gpt-4"),
        Optional.of("gpt-4-primary"),
        "LISP + DNS",
        outcome,
        Optional.of(200),
        1,
        new TokenUsage(100, 20, 10, false),
        new BigDecimal("0.0042"),
        Duration.ofNanos(1_500_000),
        total,
        false,
        0.875,
        "{\"selected_model\": \"gpt-4\"}");
  }

  static HistoryEntry withoutEndpoint(String id, Instant at, String decision) {
    return new HistoryEntry(
        id,
        at,
        "openai",
        "app",
        "10.2.0.1",
        "fast",
        "general",
        0,
        "high",
        Optional.empty(),
        Optional.empty(),
        "Direct",
        "no_endpoint",
        Optional.empty(),
        0,
        TokenUsage.NONE,
        new BigDecimal("0"),
        Duration.ZERO,
        Duration.ofMillis(3),
        true,
        0,
        decision);
  }
}
