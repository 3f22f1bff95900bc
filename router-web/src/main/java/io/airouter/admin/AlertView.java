package io.airouter.admin;

import io.airouter.access.Role;
import io.airouter.access.SignedIn;
import io.airouter.alert.Acknowledgement;
import io.airouter.alert.Alert;
import io.airouter.boundary.Alerting;
import io.airouter.boundary.DatabaseUnavailableException;
import jakarta.ejb.EJBException;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serial;
import java.io.Serializable;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The page of one alert, by {@code ?id=}: what it is, who looks after it, who was told. */
@Named
@ViewScoped
public class AlertView implements Serializable {
  @Serial private static final long serialVersionUID = 1;

  private static final int DELIVERIES = 50;
  private static final String AWAY = "The database is away; it must be there for this.";

  @Inject private transient Alerting alerting;
  @Inject private transient InstantSource clock;
  @Inject private transient Visitor visitor;

  private String id = "";
  private String note = "";
  private String problem = "";
  private transient Optional<Alert> alert = Optional.empty();
  private transient List<DeliveryLine> deliveries = List.of();

  /** Looks the alert up that the address names. */
  public void load() {
    try {
      UUID known = UUID.fromString(id);
      alert = alerting.alert(known);
      problem = alert.isPresent() ? "" : "There is no alert " + id + "; old ones are forgotten.";
      deliveries =
          alerting.deliveries(Optional.of(known), DELIVERIES).stream()
              .map(DeliveryLine::of)
              .toList();
    } catch (IllegalArgumentException e) {
      problem = "This is no alert's id.";
    } catch (DatabaseUnavailableException | EJBException e) {
      problem = alert.isPresent() ? "" : AWAY;
    }
  }

  /** Notes that the visitor looks after it. */
  public void acknowledge() {
    try {
      alert = Optional.of(alerting.acknowledge(UUID.fromString(id), note));
      problem = "";
    } catch (DatabaseUnavailableException e) {
      problem = AWAY;
    } catch (EJBException e) {
      problem = String.valueOf(e.getCausedByException().getMessage());
    }
  }

  public boolean isFound() {
    return alert != null && alert.isPresent();
  }

  public AlertLine getLine() {
    return AlertLine.of(alert.orElseThrow(), clock.instant());
  }

  public String getSummary() {
    return alert.orElseThrow().summary();
  }

  public String getRuleId() {
    return alert.orElseThrow().rule().id();
  }

  public String getDescription() {
    return alert.orElseThrow().rule().metric().description();
  }

  public String getPeak() {
    Alert known = alert.orElseThrow();
    return Alert.number(known.peak()) + " " + known.rule().metric().unit();
  }

  public String getFiredAt() {
    return alert.orElseThrow().firedAt().map(Figures::dayAndTime).orElse(Figures.NONE);
  }

  public String getEndedAt() {
    return alert.orElseThrow().endedAt().map(Figures::dayAndTime).orElse(Figures.NONE);
  }

  public String getAcknowledgedAt() {
    return alert
        .orElseThrow()
        .acknowledgement()
        .map(Acknowledgement::at)
        .map(Figures::dayAndTime)
        .orElse("");
  }

  /** Whether the visitor may say that they look after it. */
  public boolean isMayAcknowledge() {
    return visitor
        .signedIn()
        .map(SignedIn::role)
        .filter(r -> r.includes(Role.OPERATOR))
        .isPresent();
  }

  public List<DeliveryLine> getDeliveries() {
    return deliveries;
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id == null ? "" : id.strip();
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note == null ? "" : note;
  }

  public String getProblem() {
    return problem;
  }
}
