package io.airouter.alert;

import io.airouter.history.DatabaseProbe;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Carries rules from the database to the {@link AlertWatch}, and alerts and deliveries the other
 * way; where the database is away it waits for the next turn. {@link #keep} runs on one thread and
 * may be slow; {@link #board} is read by any.
 */
public final class AlertKeeper {
  /** How often an open alert is written although its state stays. */
  private static final Duration SIGN_OF_LIFE = Duration.ofMinutes(1);

  /** A node that wrote nothing for so long is gone, and its alerts with it. */
  private static final Duration FORSAKEN = Duration.ofMinutes(10);

  private final AlertWatch watch;
  private final Stores stores;
  private final Terms terms;
  private final InstantSource clock;
  private Instant written = Instant.EPOCH;
  private volatile List<Alert> kept = List.of();

  /** Where things are kept. */
  public record Stores(
      RuleStore rules, AlertStore alerts, DeliveryStore deliveries, DatabaseProbe database) {}

  /**
   * What this node is called, what it told the webhooks, and when alerts are forgotten.
   *
   * @param retention the age at which resolved alerts are deleted
   */
  public record Terms(String node, DeliveryLog deliveries, Duration retention) {}

  public AlertKeeper(AlertWatch watch, Stores stores, Terms terms, InstantSource clock) {
    this.watch = watch;
    this.stores = stores;
    this.terms = terms;
    this.clock = clock;
  }

  /** Writes what waits and reads what others changed; does nothing while the database is away. */
  public void keep() {
    if (!stores.database().verdict().up()) {
      return;
    }
    List<AlertRule> rules = stores.rules().rules().stream().map(KeptRule::rule).toList();
    if (watch.hasBegun()) {
      watch.watch(rules);
    } else {
      List<Alert> left = stores.alerts().open();
      watch.begin(left.stream().filter(this::isOwn).toList(), rules);
    }
    Instant now = clock.instant();
    for (Alert alert : watch.unsaved()) {
      stores.alerts().save(alert, now);
      watch.saved(alert);
    }
    for (Delivery delivery : terms.deliveries().unsaved()) {
      stores.deliveries().save(delivery);
      terms.deliveries().saved(delivery);
    }
    if (!now.isBefore(written.plus(SIGN_OF_LIFE))) {
      written = now;
      tidy(now);
    }
    kept = stores.alerts().open();
  }

  private void tidy(Instant now) {
    watch.open().forEach(alert -> stores.alerts().save(alert, now));
    stores.alerts().endForsaken(now.minus(FORSAKEN), now);
    stores.alerts().forget(now.minus(terms.retention()));
  }

  private boolean isOwn(Alert alert) {
    return alert.node().equals(terms.node());
  }

  /** The rules were changed here: they are watched at once. */
  public void rulesChanged(List<KeptRule> rules) {
    watch.watch(rules.stream().map(KeptRule::rule).toList());
  }

  /** An alert was acknowledged here: it shows at once. */
  public void acknowledged(UUID id, Acknowledgement by) {
    kept =
        kept.stream().map(alert -> alert.id().equals(id) ? alert.acknowledged(by) : alert).toList();
  }

  /**
   * The open alerts of all nodes, from memory: this node's as they are now, the others' as they
   * were kept last.
   */
  public List<Alert> board() {
    Map<UUID, Acknowledgement> acknowledged = new HashMap<>();
    List<Alert> others = kept;
    others.forEach(a -> a.acknowledgement().ifPresent(by -> acknowledged.put(a.id(), by)));
    Stream<Alert> own =
        watch.open().stream()
            .map(
                alert ->
                    Optional.ofNullable(acknowledged.get(alert.id()))
                        .map(alert::acknowledged)
                        .orElse(alert));
    return Stream.concat(own, others.stream().filter(alert -> !isOwn(alert))).toList();
  }
}
