package io.airouter.boot;

import io.airouter.boot.configuration.RouterConfiguration;
import io.airouter.history.QueryWindow;
import io.airouter.history.SystemHistory;
import io.airouter.telemetry.SystemRing;
import io.airouter.telemetry.SystemSampler;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Makes what watches the node itself. */
@Dependent
public class MonitoringComponents {
  @Produces
  @Singleton
  SystemSampler sampler(RouterConfiguration configuration, InstantSource clock) {
    return new SystemSampler(clock, configuration.deployment().dataDirectory());
  }

  @Produces
  @Singleton
  QueryWindow queryWindow() {
    return new QueryWindow();
  }

  @Produces
  @Singleton
  @Typed({SystemRing.class, SystemHistory.class})
  SystemRing systemHistory(InstantSource clock) {
    return new SystemRing(clock);
  }
}
