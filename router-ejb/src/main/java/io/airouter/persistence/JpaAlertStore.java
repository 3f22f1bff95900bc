package io.airouter.persistence;

import io.airouter.access.AuditEntry;
import io.airouter.alert.Acknowledgement;
import io.airouter.alert.Alert;
import io.airouter.alert.AlertFilter;
import io.airouter.alert.AlertState;
import io.airouter.alert.AlertStore;
import io.airouter.alert.Delivery;
import io.airouter.alert.DeliveryStore;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Alerts and what webhooks were told of them, in PostgreSQL. */
@Stateless
@Local({AlertStore.class, DeliveryStore.class})
@PermitAll
public class JpaAlertStore implements AlertStore, DeliveryStore {
  private static final String MATCHING =
      """
      select a from AlertRow a
      where (:anyState = true or a.state in :states)
        and (:severity = '' or a.severity = :severity)
        and (:rule = '' or a.ruleId = :rule)
        and (:node = '' or a.node = :node)
        and a.since < :before
      order by a.since desc, a.id
      """;

  /** PostgreSQL's timestamps end before {@link Instant#MAX}. */
  private static final Instant EVER = Instant.parse("9999-12-31T23:59:59Z");

  @PersistenceContext(unitName = "router")
  private EntityManager entities;

  /** For the container. */
  public JpaAlertStore() {}

  JpaAlertStore(EntityManager entities) {
    this.entities = entities;
  }

  @Override
  public List<Alert> open() {
    return alerts(
        entities.createQuery(
            "select a from AlertRow a where a.state <> 'resolved' order by a.since, a.id",
            AlertRow.class));
  }

  @Override
  public Optional<Alert> alert(UUID id) {
    return row(id).flatMap(AlertRow::toAlert);
  }

  @Override
  public List<Alert> alerts(AlertFilter filter) {
    return alerts(
        entities
            .createQuery(MATCHING, AlertRow.class)
            .setParameter("anyState", filter.states().isEmpty())
            .setParameter("states", filter.states().stream().map(AlertState::word).toList())
            .setParameter("severity", filter.severity().map(s -> s.word()).orElse(""))
            .setParameter("rule", filter.rule().orElse(""))
            .setParameter("node", filter.node().orElse(""))
            .setParameter("before", filter.before().orElse(EVER))
            .setMaxResults(filter.limit()));
  }

  private static List<Alert> alerts(TypedQuery<AlertRow> query) {
    return query.getResultStream().flatMap(row -> row.toAlert().stream()).toList();
  }

  @Override
  public void save(Alert alert, Instant at) {
    Optional<AlertRow> row = row(alert.id());
    if (alert.state() == AlertState.WITHDRAWN) {
      row.ifPresent(entities::remove);
    } else {
      row.ifPresentOrElse(
          kept -> kept.take(alert, at), () -> entities.persist(AlertRow.of(alert, at)));
    }
  }

  @Override
  public boolean acknowledge(UUID id, Acknowledgement by, AuditEntry audit) {
    Optional<AlertRow> row = row(id);
    row.ifPresent(
        kept -> {
          kept.acknowledge(by);
          entities.persist(AuditRow.of(audit));
        });
    return row.isPresent();
  }

  @Override
  public int endForsaken(Instant silent, Instant at) {
    return entities
        .createQuery(
            "update AlertRow a set a.state = 'resolved', a.endedAt = :at,"
                + " a.endedBecause = 'its node fell silent'"
                + " where a.state <> 'resolved' and a.keptAt < :silent")
        .setParameter("at", at)
        .setParameter("silent", silent)
        .executeUpdate();
  }

  @Override
  public void forget(Instant before) {
    entities
        .createQuery("delete from AlertRow a where a.state = 'resolved' and a.endedAt < :before")
        .setParameter("before", before)
        .executeUpdate();
    entities
        .createQuery("delete from DeliveryRow d where d.createdAt < :before")
        .setParameter("before", before)
        .executeUpdate();
  }

  @Override
  public void save(Delivery delivery) {
    entities.merge(DeliveryRow.of(delivery));
  }

  @Override
  public List<Delivery> deliveries(Optional<UUID> alert, int limit) {
    String which = alert.isPresent() ? " where d.alertId = :alert" : "";
    TypedQuery<DeliveryRow> query =
        entities
            .createQuery(
                "select d from DeliveryRow d" + which + " order by d.createdAt desc, d.id",
                DeliveryRow.class)
            .setMaxResults(limit);
    alert.ifPresent(id -> query.setParameter("alert", id));
    return query.getResultStream().map(DeliveryRow::toDelivery).toList();
  }

  private Optional<AlertRow> row(UUID id) {
    return Optional.ofNullable(entities.find(AlertRow.class, id));
  }
}
