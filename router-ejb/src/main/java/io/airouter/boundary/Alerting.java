package io.airouter.boundary;

import io.airouter.access.AuditEntry;
import io.airouter.alert.Acknowledgement;
import io.airouter.alert.Alert;
import io.airouter.alert.AlertFilter;
import io.airouter.alert.AlertKeeper;
import io.airouter.alert.AlertRule;
import io.airouter.alert.AlertState;
import io.airouter.alert.AlertStore;
import io.airouter.alert.Delivery;
import io.airouter.alert.DeliveryStore;
import io.airouter.alert.KeptRule;
import io.airouter.alert.RuleStore;
import io.airouter.history.DatabaseProbe;
import io.airouter.model.Difference;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Alerts and their rules. Open alerts are read from memory and so also while the database is away;
 * all else needs it and throws {@link DatabaseUnavailableException}. The stores commit a change
 * together with its audit row; then it takes effect here at once, and on other nodes within
 * seconds.
 */
@Stateless
@RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Alerting {
  private static final int MAX_DELIVERIES = 500;

  @Inject private RuleStore rules;
  @Inject private AlertStore alerts;
  @Inject private DeliveryStore deliveries;
  @Inject private AlertKeeper keeper;
  @Inject private DatabaseProbe database;
  @Inject private InstantSource clock;
  @Resource private SessionContext session;

  /** Pending and firing alerts of all nodes, the most urgent first; from memory. */
  public List<Alert> open() {
    return keeper.board().stream()
        .sorted(
            Comparator.comparing((Alert alert) -> alert.state() != AlertState.FIRING)
                .thenComparing(alert -> alert.rule().severity(), Comparator.reverseOrder())
                .thenComparing(Alert::since, Comparator.reverseOrder()))
        .toList();
  }

  /** The latest alerts that match, newest first; the open ones with their newest readings. */
  public List<Alert> alerts(AlertFilter filter) {
    requireDatabase();
    Map<UUID, Alert> now =
        keeper.board().stream().collect(Collectors.toMap(Alert::id, alert -> alert, (a, b) -> a));
    return alerts.alerts(filter).stream()
        .map(kept -> kept.state().isOpen() ? now.getOrDefault(kept.id(), kept) : kept)
        .toList();
  }

  public Optional<Alert> alert(UUID id) {
    Optional<Alert> open = keeper.board().stream().filter(a -> a.id().equals(id)).findFirst();
    if (open.isPresent()) {
      return open;
    }
    requireDatabase();
    return alerts.alert(id);
  }

  /**
   * Notes that the caller looks after an alert.
   *
   * @throws NoSuchElementException where there is none of that id
   * @throws io.airouter.alert.RefusedRuleException for a note that is too long
   */
  @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
  public Alert acknowledge(UUID id, String note) {
    Acknowledgement by = new Acknowledgement(actor(), clock.instant(), note);
    Alert alert = alert(id).orElseThrow(() -> new NoSuchElementException("no alert " + id));
    requireDatabase();
    if (alerts.alert(id).isEmpty()) {
      // It fired a moment ago and is kept at the next turn.
      alerts.save(alert, by.at());
    }
    String detail = alert.rule().name() + (by.note().isEmpty() ? "" : ": " + by.note());
    alerts.acknowledge(id, by, audit("alert.acknowledged", id.toString(), detail));
    keeper.acknowledged(id, by);
    return alert.acknowledged(by);
  }

  /** What webhooks were told lately, newest first; of one alert where one is named. */
  public List<Delivery> deliveries(Optional<UUID> alert, int limit) {
    requireDatabase();
    return deliveries.deliveries(alert, Math.clamp(limit, 1, MAX_DELIVERIES));
  }

  /** All rules, by name. */
  public List<KeptRule> rules() {
    requireDatabase();
    return rules.rules();
  }

  public Optional<KeptRule> rule(String id) {
    requireDatabase();
    return rules.rule(id);
  }

  /** What a change of a rule amounts to; an absent rule is one to be added or removed. */
  public List<Difference> plan(Optional<AlertRule> before, Optional<AlertRule> after) {
    String subject = "alert rule " + after.or(() -> before).map(AlertRule::id).orElse("");
    return Difference.between(
        subject,
        before.map(AlertRule::words).orElse(Map.of()),
        after.map(AlertRule::words).orElse(Map.of()));
  }

  /** Adds a rule; false where one of that id is there already. */
  @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
  public boolean add(AlertRule rule) {
    requireDatabase();
    KeptRule kept = new KeptRule(rule, 1, clock.instant(), actor());
    String detail = text(plan(Optional.empty(), Optional.of(rule)));
    boolean done = rules.add(kept, audit("alert_rule.created", rule.id(), detail));
    takeEffect();
    return done;
  }

  /** Replaces a rule; false where it is no longer {@code before}. */
  @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
  public boolean replace(KeptRule before, AlertRule after) {
    requireDatabase();
    List<Difference> differences = plan(Optional.of(before.rule()), Optional.of(after));
    if (differences.isEmpty()) {
      return true;
    }
    KeptRule kept = new KeptRule(after, before.version() + 1, clock.instant(), actor());
    AuditEntry audit = audit("alert_rule.changed", after.id(), text(differences));
    boolean done = rules.replace(kept, before.version(), audit);
    takeEffect();
    return done;
  }

  /** Removes a rule; false where it is no longer {@code before}. Its alerts end. */
  @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
  public boolean remove(KeptRule before) {
    requireDatabase();
    String id = before.rule().id();
    AuditEntry audit = audit("alert_rule.removed", id, before.rule().name());
    boolean done = rules.remove(id, before.version(), audit);
    takeEffect();
    return done;
  }

  private void takeEffect() {
    keeper.rulesChanged(rules.rules());
  }

  private void requireDatabase() {
    if (!database.verdict().up()) {
      throw new DatabaseUnavailableException("the database does not answer");
    }
  }

  private String actor() {
    return session.getCallerPrincipal().getName();
  }

  private AuditEntry audit(String action, String subject, String detail) {
    Instant now = clock.instant();
    return new AuditEntry(now, actor(), action, subject, detail);
  }

  private static String text(List<Difference> differences) {
    return differences.stream().map(Difference::text).collect(Collectors.joining(", "));
  }
}
