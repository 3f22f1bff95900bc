package io.airouter.boot;

import io.airouter.alert.AlertKeeper;
import io.airouter.alert.AlertWatch;
import io.airouter.cluster.ChangeFeed;
import io.airouter.cluster.Leadership;
import io.airouter.mapserver.MapServer;
import io.airouter.nameserver.NameServer;
import io.airouter.persistence.ChangePruning;
import io.airouter.persistence.HistoryUpkeep;
import io.airouter.persistence.PolledDatabaseProbe;
import io.airouter.southbound.ControllerFleet;
import io.airouter.table.RoutingTable;
import io.airouter.telemetry.AlertMetrics;
import io.airouter.telemetry.EndpointMetrics;
import io.airouter.telemetry.NodeMetrics;
import io.airouter.telemetry.PlaneMetrics;
import io.airouter.telemetry.SystemRing;
import io.airouter.telemetry.SystemSampler;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.metrics.MetricRegistry;

/**
 * What recurs: metrics are published each second, the database is asked every other. Work that one
 * node does for all runs by {@link #onLeader}.
 */
@Dependent
class Housekeeping implements AutoCloseable {
  private static final Logger LOG = System.getLogger(Housekeeping.class.getName());
  private static final long METRICS_SECONDS = 1;
  private static final long DATABASE_SECONDS = 2;
  private static final Duration PRUNE_EVERY = Duration.ofMinutes(10);
  private static final long SYSTEM_SECONDS = 5;
  private static final long ALERT_SECONDS = 5;

  private final List<Future<?>> recurring = new ArrayList<>();

  @Resource private ManagedScheduledExecutorService scheduler;
  @Inject private MetricRegistry registry;
  @Inject private RoutingTable table;
  @Inject private NameServer nameServer;
  @Inject private MapServer mapServer;
  @Inject private PolledDatabaseProbe database;
  @Inject private KnownAccounts accounts;
  @Inject private Leadership leadership;
  @Inject private HistoryUpkeep upkeep;
  @Inject private ChangeFeed feed;
  @Inject private ChangePruning pruning;
  @Inject private SdnStart sdn;
  @Inject private ControllerFleet controllers;
  @Inject private SystemSampler sampler;
  @Inject private SystemRing system;
  @Inject private AlertWatch alerts;
  @Inject private AlertKeeper alertKeeper;

  void start() {
    PlaneMetrics dns = new PlaneMetrics(registry, "dns", nameServer::counters);
    PlaneMetrics lisp = new PlaneMetrics(registry, "lisp", mapServer::counters);
    EndpointMetrics endpoints = new EndpointMetrics(registry, table);
    every(METRICS_SECONDS, dns::publish);
    every(METRICS_SECONDS, lisp::publish);
    every(METRICS_SECONDS, endpoints::publish);
    every(DATABASE_SECONDS, database::poll);
    every(SYSTEM_SECONDS, () -> system.add(sampler.sample()));
    every(ALERT_SECONDS, alerts::evaluate);
    every(ALERT_SECONDS, alertKeeper::keep);
    new AlertMetrics(alerts::open).register(registry);
    every(KnownAccounts.SECONDS, accounts::keepUp);
    onLeader(Duration.ofMinutes(1), upkeep);
    NodeMetrics.register(registry, leadership, feed);
    onLeader(PRUNE_EVERY, () -> pruning.prune(leadership.standing().generation()));
    every(METRICS_SECONDS, sdn.metrics()::publish);
    onLeader(Duration.ofSeconds(1), controllers::tick);
  }

  /**
   * Recurs on the node that leads, first after one interval and so long as it leads. What must not
   * even overlap a take-over calls {@code require_leader} in its transaction.
   */
  void onLeader(Duration interval, Runnable task) {
    Runnable onlyLeading =
        () -> {
          if (leadership.standing().leading()) {
            task.run();
          }
        };
    recurring.add(
        scheduler.scheduleWithFixedDelay(
            guarded(onlyLeading), interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS));
  }

  private void every(long seconds, Runnable task) {
    recurring.add(scheduler.scheduleWithFixedDelay(guarded(task), 0, seconds, TimeUnit.SECONDS));
  }

  /** An exception would end the recurrence silently. */
  private static Runnable guarded(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "a recurring task failed and will run again", e);
      }
    };
  }

  @Override
  public void close() {
    recurring.forEach(task -> task.cancel(true));
  }
}
