package io.airouter.admin;

import io.airouter.alert.Alert;
import io.airouter.alert.AlertFilter;
import io.airouter.alert.AlertState;
import io.airouter.boundary.Alerting;
import io.airouter.boundary.DatabaseUnavailableException;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJBException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.primefaces.PrimeFaces;

/**
 * Alerts at one moment: the open ones from memory, history, rules and deliveries if they can be.
 */
@Named
@RequestScoped
public class AlertsTabView {
  private static final int HISTORY = 50;
  private static final int DELIVERIES = 20;

  @Inject private Alerting alerting;
  @Inject private InstantSource clock;

  private Instant now = Instant.EPOCH;
  private List<AlertLine> open = List.of();
  private List<AlertLine> ended = List.of();
  private List<RuleLine> rules = List.of();
  private List<DeliveryLine> deliveries = List.of();
  private boolean kept = true;

  @PostConstruct
  void read() {
    now = clock.instant();
    open = lines(alerting.open());
    try {
      ended = lines(alerting.alerts(AlertFilter.of(Set.of(AlertState.RESOLVED), HISTORY)));
      rules = alerting.rules().stream().map(RuleLine::of).toList();
      deliveries =
          alerting.deliveries(Optional.empty(), DELIVERIES).stream().map(DeliveryLine::of).toList();
    } catch (DatabaseUnavailableException | EJBException e) {
      kept = false;
    }
  }

  private List<AlertLine> lines(List<Alert> alerts) {
    return alerts.stream().map(alert -> AlertLine.of(alert, now)).toList();
  }

  /** A live update; the lists are read anew with each request. */
  public void refresh() {
    PrimeFaces.current().ajax().addCallbackParam("updated", true);
  }

  public List<AlertLine> getOpen() {
    return open;
  }

  public List<AlertLine> getEnded() {
    return ended;
  }

  public List<RuleLine> getRules() {
    return rules;
  }

  public List<DeliveryLine> getDeliveries() {
    return deliveries;
  }

  /** Whether history, rules and deliveries could be read. */
  public boolean isKept() {
    return kept;
  }

  /** What the address says and a live update says again. */
  public Map<String, String> getParameters() {
    return Map.of("tab", "alerts");
  }

  public String getUpdatedAt() {
    return Figures.timeOfDay(now);
  }
}
