package io.airouter.persistence;

import io.airouter.alert.Delivery;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.UUID;

/** A row of {@code alert_delivery}. */
@Entity
@Table(name = "alert_delivery")
class DeliveryRow {
  @Id private UUID id;

  @Column(name = "alert_id")
  private UUID alertId;

  private String webhook;
  private String event;
  private String state;
  private int attempts;
  private Integer status;
  private String problem;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected DeliveryRow() {}

  static DeliveryRow of(Delivery delivery) {
    DeliveryRow row = new DeliveryRow();
    row.id = delivery.id();
    row.alertId = delivery.alert();
    row.webhook = delivery.webhook();
    row.event = delivery.event();
    row.state = delivery.state().word();
    row.attempts = delivery.attempts();
    row.status = delivery.status().isPresent() ? delivery.status().getAsInt() : null;
    row.problem = delivery.problem();
    row.createdAt = delivery.createdAt();
    row.updatedAt = delivery.updatedAt();
    return row;
  }

  Delivery toDelivery() {
    return new Delivery(
        id,
        alertId,
        webhook,
        event,
        Delivery.State.valueOf(state.toUpperCase(Locale.ROOT)),
        attempts,
        status == null ? OptionalInt.empty() : OptionalInt.of(status),
        problem,
        createdAt,
        updatedAt);
  }
}
