package io.airouter.alert;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Evaluates the rules of this node again and again. {@link #evaluate} reads memory only, so it goes
 * on while the database is away; {@link AlertKeeper} brings rules in and alerts out when it can.
 * One thread evaluates, any may read {@link #open}.
 */
public final class AlertWatch {
  private static final Logger LOG = System.getLogger(AlertWatch.class.getName());
  private static final int MAX_UNSAVED = 1_000;

  private final AlertEngine engine;
  private final Gauges gauges;
  private final Notifier notifier;
  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<UUID, Alert> unsaved = new LinkedHashMap<>();
  private Optional<List<AlertRule>> rules = Optional.empty();
  private volatile List<Alert> open = List.of();

  public AlertWatch(AlertEngine engine, Gauges gauges, Notifier notifier, InstantSource clock) {
    this.engine = engine;
    this.gauges = gauges;
    this.notifier = notifier;
    this.clock = clock;
  }

  /** Takes up what an earlier run of this node left, and the rules; evaluation starts then. */
  void begin(List<Alert> left, List<AlertRule> first) {
    lock.lock();
    try {
      if (rules.isEmpty()) {
        engine.restore(left);
        open = engine.open();
      }
      rules = Optional.of(List.copyOf(first));
    } finally {
      lock.unlock();
    }
  }

  boolean hasBegun() {
    lock.lock();
    try {
      return rules.isPresent();
    } finally {
      lock.unlock();
    }
  }

  /**
   * From the next evaluation on these rules are watched; before the beginning, it has no effect.
   */
  public void watch(List<AlertRule> changed) {
    lock.lock();
    try {
      rules = rules.map(known -> List.copyOf(changed));
    } finally {
      lock.unlock();
    }
  }

  /** Reads, judges and tells, once. */
  public void evaluate() {
    Readings readings = gauges.read();
    List<Alert> changed = changes(readings, clock.instant());
    for (Alert alert : changed) {
      boolean tells = alert.state() == AlertState.FIRING || alert.state() == AlertState.RESOLVED;
      if (tells) {
        LOG.log(
            alert.state() == AlertState.FIRING ? Level.WARNING : Level.INFO,
            "alert {0}: {1}",
            alert.state().word(),
            alert.summary());
        notifier.tell(alert);
      }
    }
  }

  private List<Alert> changes(Readings readings, Instant now) {
    lock.lock();
    try {
      if (rules.isEmpty()) {
        return List.of();
      }
      List<Alert> changed = engine.evaluate(rules.get(), readings, now);
      changed.forEach(this::keepLater);
      open = engine.open();
      return changed;
    } finally {
      lock.unlock();
    }
  }

  private void keepLater(Alert alert) {
    unsaved.put(alert.id(), alert);
    if (unsaved.size() > MAX_UNSAVED) {
      unsaved.remove(unsaved.keySet().iterator().next());
    }
  }

  /** This node's pending and firing alerts with their newest readings. */
  public List<Alert> open() {
    return open;
  }

  /** What is still to be written, oldest first. */
  List<Alert> unsaved() {
    lock.lock();
    try {
      return new ArrayList<>(unsaved.values());
    } finally {
      lock.unlock();
    }
  }

  /** Forgets it, unless it changed again meanwhile. */
  void saved(Alert alert) {
    lock.lock();
    try {
      unsaved.remove(alert.id(), alert);
    } finally {
      lock.unlock();
    }
  }
}
