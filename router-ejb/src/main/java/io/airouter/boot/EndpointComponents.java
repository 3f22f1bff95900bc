package io.airouter.boot;

import io.airouter.boot.configuration.RouterConfiguration;
import io.airouter.cluster.Node;
import io.airouter.persistence.BatchedHealthLog;
import io.airouter.query.TestCall;
import io.airouter.query.Upstream;
import io.airouter.table.RoutingTable;
import io.airouter.telemetry.HealthRecorder;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import javax.sql.DataSource;

/** Makes what watches and tests endpoints. */
@Dependent
public class EndpointComponents {
  @Resource(lookup = "jdbc/router")
  private DataSource database;

  @Produces
  @Singleton
  BatchedHealthLog healthLog(RouterConfiguration configuration, InstantSource clock) {
    return new BatchedHealthLog(
        database,
        clock,
        configuration.monitoring().historyRetention(),
        Thread.ofPlatform().name("health-writer").daemon().factory());
  }

  @Produces
  @Singleton
  HealthRecorder healthRecorder(
      RoutingTable table, BatchedHealthLog log, InstantSource clock, Node node) {
    return new HealthRecorder(table, log, clock, node.name());
  }

  @Produces
  @Singleton
  TestCall testCall(Upstream upstream) {
    return new TestCall(upstream, System::nanoTime);
  }
}
