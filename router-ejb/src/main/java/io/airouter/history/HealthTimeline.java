package io.airouter.history;

import io.airouter.model.EndpointId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How an endpoint stood over a period, as one router saw it: spells without gaps that fill the
 * period, and beside them the events of all routers.
 *
 * @param spells oldest first; together they last from {@code from} to {@code to}
 * @param events of all nodes, newest first
 */
public record HealthTimeline(
    EndpointId endpoint, Instant from, Instant to, List<Spell> spells, List<HealthEvent> events) {
  public HealthTimeline {
    spells = List.copyOf(spells);
    events = List.copyOf(events);
  }

  /** A time in which the standing was the same. */
  public record Spell(EndpointStanding standing, Instant from, Instant to, String reason) {
    public Duration length() {
      return Duration.between(from, to);
    }
  }

  /**
   * Draws the line through the events.
   *
   * @param before the node's last event before the period, if any is kept
   * @param events of all nodes in the period, newest first
   * @param node whose view the spells are
   */
  public static HealthTimeline of(
      Period period, Optional<HealthEvent> before, List<HealthEvent> events, String node) {
    List<HealthEvent> own =
        events.stream()
            .filter(e -> e.node().equals(node))
            .filter(e -> !e.at().isAfter(period.to()))
            .sorted(Comparator.comparing(HealthEvent::at))
            .toList();
    List<Spell> spells = new ArrayList<>();
    Instant at = period.from();
    EndpointStanding standing = first(before, own);
    String reason = before.map(HealthEvent::reason).orElse("");
    for (HealthEvent event : own) {
      if (event.at().isAfter(at)) {
        spells.add(new Spell(standing, at, event.at(), reason));
        at = event.at();
      }
      standing = event.to();
      reason = event.reason();
    }
    if (period.to().isAfter(at)) {
      spells.add(new Spell(standing, at, period.to(), reason));
    }
    return new HealthTimeline(period.endpoint(), period.from(), period.to(), spells, events);
  }

  /** What is asked about: one endpoint, from when to when. */
  public record Period(EndpointId endpoint, Instant from, Instant to) {}

  private static EndpointStanding first(Optional<HealthEvent> before, List<HealthEvent> own) {
    return before
        .map(HealthEvent::to)
        .or(() -> own.stream().findFirst().map(HealthEvent::from))
        .orElse(EndpointStanding.ABSENT);
  }

  /**
   * The share, 0..1, of the time in which it passed or failed in which it passed; empty where it
   * never did either. Maintenance, draining and times nobody looked count neither way.
   */
  public Optional<Double> availability() {
    double up = seconds(true);
    double judged = up + seconds(false);
    return judged > 0 ? Optional.of(up / judged) : Optional.empty();
  }

  private double seconds(boolean up) {
    return spells.stream()
        .filter(s -> up ? s.standing().isUp() : s.standing().isDown())
        .mapToDouble(s -> s.length().toMillis() / 1000.0)
        .sum();
  }
}
