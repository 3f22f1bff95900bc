package io.airouter.admin;

import io.airouter.alert.Alert;
import io.airouter.boundary.Alerting;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The alerts that fire, for the navigation and the dashboard; from memory. */
@Named
@RequestScoped
public class FiringAlerts {
  private static final int SHOWN = 3;

  @Inject private Alerting alerting;
  @Inject private Visitor visitor;

  private List<Alert> firing = List.of();

  @PostConstruct
  void read() {
    if (visitor.isAtHome()) {
      firing = alerting.open().stream().filter(AlertLine::isFiring).toList();
    }
  }

  public int getCount() {
    return firing.size();
  }

  /** {@code 2 alerts fire}. */
  public String getTitle() {
    return firing.size() == 1 ? "1 alert fires" : firing.size() + " alerts fire";
  }

  /** The most urgent ones in a line each. */
  public List<String> getSummaries() {
    return firing.stream().limit(SHOWN).map(Alert::summary).toList();
  }
}
