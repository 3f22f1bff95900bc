package io.airouter.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Decides which alerts begin, fire and end on one node. Pure: time, readings and rules come in,
 * changes come out. An alert is of one rule and one subject; it fires when the rule's comparison
 * held, and ends when it did not hold, each for the rule's duration. Time without a reading does
 * not count, neither for nor against. Not thread safe.
 */
public final class AlertEngine {
  private final String node;
  private final Supplier<UUID> ids;
  private final Map<Key, Track> tracks = new LinkedHashMap<>();

  private record Key(String rule, String subject) {}

  /** An open alert, and how long what would change its state has been seen. */
  private record Track(Alert alert, boolean held, Duration seen, Optional<Instant> last) {
    /** The time seen up to now, where the direction stays the same. */
    Duration seen(boolean holds, Instant now) {
      return holds == held
          ? seen.plus(last.map(then -> Duration.between(then, now)).orElse(Duration.ZERO))
          : Duration.ZERO;
    }
  }

  public AlertEngine(String node, Supplier<UUID> ids) {
    this.node = node;
    this.ids = ids;
  }

  /** Takes up the open alerts that an earlier run of this node left. */
  public void restore(Collection<Alert> open) {
    for (Alert alert : open) {
      tracks.put(
          new Key(alert.rule().id(), alert.subject()),
          new Track(alert, true, Duration.ZERO, Optional.empty()));
    }
  }

  /** The open alerts: pending and firing. */
  public List<Alert> open() {
    return tracks.values().stream().map(Track::alert).toList();
  }

  /** Evaluates all rules and returns the alerts whose state changed, as they are now. */
  public List<Alert> evaluate(Collection<AlertRule> rules, Readings readings, Instant now) {
    List<Alert> changed = new ArrayList<>();
    Map<String, AlertRule> watched = new HashMap<>();
    rules.stream().filter(AlertRule::enabled).forEach(rule -> watched.put(rule.id(), rule));
    for (Key key : List.copyOf(tracks.keySet())) {
      endedWithoutReading(key, Optional.ofNullable(watched.get(key.rule())), readings)
          .ifPresent(why -> end(key, now, why, changed));
    }
    for (AlertRule rule : rules) {
      if (rule.enabled()) {
        readings
            .of(rule.metric())
            .forEach((subject, value) -> judge(rule, subject, value, now).ifPresent(changed::add));
      }
    }
    return changed;
  }

  /** Why an alert is over that no reading can end; and forgets what was seen of unread ones. */
  private Optional<String> endedWithoutReading(
      Key key, Optional<AlertRule> rule, Readings readings) {
    Track track = tracks.get(key);
    if (rule.isEmpty()) {
      return Optional.of("the rule was disabled or removed");
    }
    Metric metric = rule.get().metric();
    if (metric != track.alert().rule().metric()) {
      return Optional.of("the rule watches another metric");
    }
    if (readings.has(metric) && !readings.of(metric).containsKey(key.subject())) {
      return Optional.of(key.subject() + " is gone");
    }
    if (!readings.has(metric)) {
      tracks.put(key, new Track(track.alert(), track.held(), track.seen(), Optional.empty()));
    }
    return Optional.empty();
  }

  private void end(Key key, Instant now, String why, List<Alert> changed) {
    changed.add(tracks.remove(key).alert().ended(now, why));
  }

  private Optional<Alert> judge(AlertRule rule, String subject, double value, Instant now) {
    Key key = new Key(rule.id(), subject);
    boolean holds = rule.holds(value);
    Track track = tracks.get(key);
    if (track == null) {
      return holds ? Optional.of(begin(key, rule, value, now)) : Optional.empty();
    }
    Alert alert = track.alert().read(rule, value);
    Duration seen = track.seen(holds, now);
    boolean longEnough = seen.compareTo(rule.holdFor()) >= 0;
    if (holds && longEnough && alert.state() == AlertState.PENDING) {
      return Optional.of(keep(key, alert.fired(now), true, now));
    }
    if (!holds && (alert.state() == AlertState.PENDING || longEnough)) {
      tracks.remove(key);
      return Optional.of(alert.ended(now, "back within the limit"));
    }
    tracks.put(key, new Track(alert, holds, seen, Optional.of(now)));
    return Optional.empty();
  }

  private Alert begin(Key key, AlertRule rule, double value, Instant now) {
    Alert.Identity identity = new Alert.Identity(ids.get(), key.subject(), node);
    Alert alert = Alert.pending(rule, identity, value, now);
    return keep(key, rule.holdFor().isZero() ? alert.fired(now) : alert, true, now);
  }

  private Alert keep(Key key, Alert alert, boolean holds, Instant now) {
    tracks.put(key, new Track(alert, holds, Duration.ZERO, Optional.of(now)));
    return alert;
  }
}
