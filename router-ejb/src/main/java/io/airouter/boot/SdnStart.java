package io.airouter.boot;

import io.airouter.boot.configuration.RouterConfiguration;
import io.airouter.sdn.Controller;
import io.airouter.sdn.ControllerName;
import io.airouter.sdn.Controllers;
import io.airouter.southbound.ControllerFleet;
import io.airouter.table.RoutingTable;
import io.airouter.telemetry.SdnMetrics;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.metrics.MetricRegistry;

/**
 * Begins the work on SDN controllers: those of the file take their place in the database, and what
 * changes in the live state hints to them.
 */
@Dependent
class SdnStart {
  @Inject private RouterConfiguration configuration;
  @Inject private Controllers controllers;
  @Inject private ControllerFleet fleet;
  @Inject private RoutingTable table;
  @Inject private MetricRegistry registry;
  @Inject private InstantSource clock;

  ControllerFleet start() {
    Set<ControllerName> configured =
        configuration.sdn().controllers().stream()
            .map(Controller::name)
            .collect(Collectors.toSet());
    controllers.all().stream()
        .filter(c -> c.source() == Controller.Source.CONFIGURED && !configured.contains(c.name()))
        .forEach(c -> controllers.remove(c.name()));
    configuration.sdn().controllers().forEach(controllers::save);
    table.listen((change, before, after) -> fleet.hint());
    return fleet;
  }

  SdnMetrics metrics() {
    return new SdnMetrics(registry, fleet::states, controllers::generation, clock);
  }
}
