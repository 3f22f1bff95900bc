package io.airouter.boot;

import io.airouter.boot.configuration.MonitoringSettings;
import io.airouter.boot.configuration.RouterConfiguration;
import io.airouter.persistence.HistoryUpkeep;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import javax.sql.DataSource;

/** Makes what keeps the figures that reports and analytics read. */
@Dependent
public class ReportComponents {
  @Resource(lookup = "jdbc/router")
  private DataSource database;

  @Produces
  @Singleton
  @Typed(HistoryUpkeep.class)
  HistoryUpkeep historyUpkeep(RouterConfiguration configuration, InstantSource clock) {
    MonitoringSettings monitoring = configuration.monitoring();
    return new HistoryUpkeep(
        database,
        new HistoryUpkeep.Retention(monitoring.historyRetention(), monitoring.rollupRetention()),
        clock);
  }
}
