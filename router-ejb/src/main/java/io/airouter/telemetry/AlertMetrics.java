package io.airouter.telemetry;

import io.airouter.alert.Alert;
import io.airouter.alert.AlertState;
import io.airouter.alert.Severity;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Publishes how many alerts of this node fire, by severity. */
public final class AlertMetrics {
  private static final Metadata FIRING =
      Metadata.builder()
          .withName("router_alerts_firing")
          .withDescription("Alerts of this node that fire")
          .build();

  private final Supplier<List<Alert>> open;

  public AlertMetrics(Supplier<List<Alert>> open) {
    this.open = open;
  }

  /** Once; the gauges are read when somebody asks. */
  public void register(MetricRegistry registry) {
    for (Severity severity : Severity.values()) {
      registry.gauge(FIRING, () -> firing(severity), new Tag("severity", severity.word()));
    }
  }

  private long firing(Severity severity) {
    return open.get().stream()
        .filter(alert -> alert.state() == AlertState.FIRING)
        .filter(alert -> alert.rule().severity() == severity)
        .count();
  }
}
