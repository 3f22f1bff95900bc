package io.airouter.boot;

import io.airouter.access.SecretBox;
import io.airouter.boot.configuration.RouterConfiguration;
import io.airouter.model.CatalogueStore;
import io.airouter.persistence.JdbcControllers;
import io.airouter.persistence.JdbcPublishJournal;
import io.airouter.sdn.Controllers;
import io.airouter.sdn.DesiredMappings;
import io.airouter.sdn.Keeping;
import io.airouter.sdn.PublishJournal;
import io.airouter.sdn.RemoteAccess;
import io.airouter.sdn.SdnSettings;
import io.airouter.southbound.ControllerFleet;
import io.airouter.southbound.OpenDaylight;
import io.airouter.southbound.Surroundings;
import io.airouter.table.RoutingTable;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;

/** Makes what keeps SDN controllers up to date. */
@Dependent
public class SdnComponents {
  @Resource(lookup = "jdbc/router")
  private DataSource database;

  @Produces
  @Singleton
  SdnSettings settings(RouterConfiguration configuration) {
    return configuration.sdn().settings();
  }

  @Produces
  @Singleton
  @Typed(Controllers.class)
  JdbcControllers controllers(SecretBox box) {
    return new JdbcControllers(database, box);
  }

  @Produces
  @Singleton
  @Typed(PublishJournal.class)
  JdbcPublishJournal journal() {
    return new JdbcPublishJournal(database);
  }

  @Produces
  @Singleton
  Keeping keeping(Controllers controllers, PublishJournal journal) {
    return new Keeping(controllers, journal);
  }

  @Produces
  @Singleton
  RemoteAccess remoteAccess(SdnSettings settings) {
    return controller -> new OpenDaylight(controller, settings.hosts(), settings.patience());
  }

  @Produces
  @Singleton
  CatalogueImports imports(RoutingTable table, CatalogueStore store) {
    return new CatalogueImports(table, store);
  }

  @Produces
  @Singleton
  Surroundings surroundings(
      Keeping keeping, RemoteAccess remote, RoutingTable table, SdnParts parts) {
    return new Surroundings(
        keeping,
        remote,
        () -> DesiredMappings.of(table.snapshot()),
        parts.imports(),
        parts.settings(),
        parts.clock(),
        parts.random());
  }

  @Produces
  @Singleton
  SdnParts parts(
      CatalogueImports imports, SdnSettings settings, InstantSource clock, RandomGenerator random) {
    return new SdnParts(imports, settings, clock, random);
  }

  /** What the surroundings are made of beside what is kept and routed. */
  record SdnParts(
      CatalogueImports imports,
      SdnSettings settings,
      InstantSource clock,
      RandomGenerator random) {}

  @Produces
  @Singleton
  ControllerFleet fleet(Surroundings surroundings) {
    return new ControllerFleet(surroundings);
  }
}
