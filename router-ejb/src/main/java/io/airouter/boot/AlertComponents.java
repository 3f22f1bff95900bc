package io.airouter.boot;

import io.airouter.alert.AlertEngine;
import io.airouter.alert.AlertKeeper;
import io.airouter.alert.AlertStore;
import io.airouter.alert.AlertWatch;
import io.airouter.alert.DeliveryLog;
import io.airouter.alert.DeliveryStore;
import io.airouter.alert.Gauges;
import io.airouter.alert.Notifier;
import io.airouter.alert.RuleStore;
import io.airouter.boot.configuration.RouterConfiguration;
import io.airouter.cluster.Node;
import io.airouter.history.DatabaseProbe;
import io.airouter.history.HistoryLog;
import io.airouter.history.QueryWindow;
import io.airouter.history.SystemHistory;
import io.airouter.table.RoutingTable;
import io.airouter.telemetry.RouterGauges;
import io.airouter.webhook.Backoff;
import io.airouter.webhook.WebhookNotifier;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes what watches rules and tells of alerts. */
@Dependent
public class AlertComponents {
  @Inject private RouterConfiguration configuration;
  @Inject private InstantSource clock;
  @Inject private Node node;
  @Inject private DatabaseProbe database;

  @Produces
  @Singleton
  DeliveryLog deliveries() {
    return new DeliveryLog();
  }

  @Produces
  @Singleton
  @Typed({WebhookNotifier.class, Notifier.class})
  WebhookNotifier notifier(DeliveryLog deliveries, RandomGenerator random) {
    return new WebhookNotifier(
        configuration.alerts().webhooks(),
        deliveries,
        new WebhookNotifier.Surroundings(clock, random, Backoff.DEFAULT));
  }

  @Produces
  @Singleton
  RouterGauges.Sources sources(
      RoutingTable table, SystemHistory system, QueryWindow queries, HistoryLog history) {
    return new RouterGauges.Sources(table, system, queries, history, database);
  }

  @Produces
  @Singleton
  Gauges gauges(RouterGauges.Sources sources) {
    return new RouterGauges(sources, clock);
  }

  @Produces
  @Singleton
  AlertWatch watch(Gauges gauges, Notifier notifier) {
    AlertEngine engine = new AlertEngine(node.name(), UUID::randomUUID);
    return new AlertWatch(engine, gauges, notifier, clock);
  }

  @Produces
  @Singleton
  AlertKeeper.Stores stores(
      RuleStore rules, AlertStore alerts, DeliveryStore deliveries, DatabaseProbe database) {
    return new AlertKeeper.Stores(rules, alerts, deliveries, database);
  }

  @Produces
  @Singleton
  AlertKeeper keeper(AlertWatch watch, AlertKeeper.Stores stores, DeliveryLog deliveries) {
    Duration retention = Duration.ofDays(configuration.monitoring().historyRetention().getDays());
    AlertKeeper.Terms terms = new AlertKeeper.Terms(node.name(), deliveries, retention);
    return new AlertKeeper(watch, stores, terms, clock);
  }
}
