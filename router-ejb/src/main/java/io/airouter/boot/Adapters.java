package io.airouter.boot;

import io.airouter.access.CredentialHolder;
import io.airouter.boot.configuration.RouterConfiguration;
import io.airouter.dns.WireClient;
import io.airouter.history.DatabaseProbe;
import io.airouter.history.HistoryLog;
import io.airouter.history.QueryMeter;
import io.airouter.history.QueryWindow;
import io.airouter.listener.DnsJavaClient;
import io.airouter.listener.DnsListener;
import io.airouter.listener.DnsListenerSettings;
import io.airouter.listener.EventLoops;
import io.airouter.listener.LispListener;
import io.airouter.listener.LispListenerSettings;
import io.airouter.mapserver.LispListening;
import io.airouter.mapserver.MapServer;
import io.airouter.model.HealthThresholds;
import io.airouter.nameserver.DnsListening;
import io.airouter.nameserver.NameServer;
import io.airouter.persistence.BatchedHistoryLog;
import io.airouter.persistence.PolledDatabaseProbe;
import io.airouter.query.CredentialSource;
import io.airouter.query.Upstream;
import io.airouter.table.RoutingTable;
import io.airouter.telemetry.QueryMetrics;
import io.airouter.telemetry.QueryTelemetry;
import io.airouter.upstream.CheckTimer;
import io.airouter.upstream.EndpointWatch;
import io.airouter.upstream.HealthCheckSettings;
import io.airouter.upstream.HealthChecker;
import io.airouter.upstream.HttpEndpointCheck;
import io.airouter.upstream.HttpUpstream;
import io.airouter.upstream.UpstreamSettings;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Makes what stands between the router and the world: sockets, the database, the upstreams. */
@Dependent
public class Adapters {
  private static final int CONTROL_PLANE_THREADS =
      Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

  @Resource(lookup = "jdbc/router")
  private DataSource database;

  @Inject private RandomGenerator random;

  @Produces
  @Singleton
  EventLoops eventLoops() {
    return EventLoops.of(CONTROL_PLANE_THREADS);
  }

  @Produces
  @Singleton
  @Typed({DnsListener.class, DnsListening.class})
  DnsListener dnsListener(
      RouterConfiguration configuration, NameServer nameServer, EventLoops loops) {
    return new DnsListener(
        DnsListenerSettings.of(BindAddress.of(configuration), configuration.dns().port()),
        nameServer,
        loops);
  }

  @Produces
  @Singleton
  WireClient wireClient(DnsListener dns, InstantSource clock) {
    return new DnsJavaClient(dns::socketAddress, clock);
  }

  @Produces
  @Singleton
  @Typed({LispListener.class, LispListening.class})
  LispListener lispListener(
      RouterConfiguration configuration, MapServer mapServer, EventLoops loops) {
    return new LispListener(
        new LispListenerSettings(BindAddress.of(configuration), configuration.lisp().controlPort()),
        mapServer,
        loops,
        task -> Thread.ofVirtual().name("map-register").start(task));
  }

  @Produces
  @Singleton
  @Typed(BatchedHistoryLog.class)
  BatchedHistoryLog batchedHistory(InstantSource clock) {
    return new BatchedHistoryLog(
        database,
        clock,
        BatchedHistoryLog.Pace.DEFAULT,
        Thread.ofPlatform().name("history-writer").daemon().factory());
  }

  @Produces
  @Singleton
  HistoryLog history(
      BatchedHistoryLog batches, QueryMeter meter, MetricRegistry metrics, QueryWindow window) {
    InstantSource clock = InstantSource.system();
    return new QueryTelemetry(
        batches, meter, new QueryMetrics(metrics), entry -> window.count(entry, clock.instant()));
  }

  @Produces
  @Singleton
  @Typed({PolledDatabaseProbe.class, DatabaseProbe.class})
  PolledDatabaseProbe databaseProbe(InstantSource clock) {
    return new PolledDatabaseProbe(database, clock);
  }

  @Produces
  @Singleton
  @Typed({HeldCredentials.class, CredentialSource.class, CredentialHolder.class})
  HeldCredentials credentials() {
    return new HeldCredentials();
  }

  @Produces
  @Singleton
  @Typed({HttpUpstream.class, Upstream.class})
  HttpUpstream upstream(CredentialSource credentials, InstantSource clock) {
    return new HttpUpstream(UpstreamSettings.DEFAULT, credentials, clock);
  }

  @Produces
  @Singleton
  HealthCheckSettings healthCheckSettings(RouterConfiguration configuration) {
    var health = configuration.monitoring().health();
    return new HealthCheckSettings(
        health.interval(),
        health.timeout(),
        new HealthThresholds(health.rise(), health.fall()),
        HealthCheckSettings.DEFAULT.path());
  }

  @Produces
  @Singleton
  HttpEndpointCheck endpointCheck(HealthCheckSettings settings) {
    return new HttpEndpointCheck(settings);
  }

  @Produces
  @Singleton
  HealthChecker healthChecker(
      RoutingTable table,
      HealthCheckSettings settings,
      HttpEndpointCheck check,
      InstantSource clock) {
    return new HealthChecker(
        table,
        new EndpointWatch.Surroundings(
            settings, check, CheckTimer.onVirtualThreads(), clock, random));
  }
}
