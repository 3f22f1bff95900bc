package io.airouter.boot;

import io.airouter.boot.configuration.RouterConfiguration;
import io.airouter.listener.DnsListener;
import io.airouter.listener.EventLoops;
import io.airouter.listener.LispListener;
import io.airouter.listener.PortUnavailableException;
import io.airouter.persistence.AdvisoryLeadership;
import io.airouter.persistence.BatchedHealthLog;
import io.airouter.persistence.BatchedHistoryLog;
import io.airouter.persistence.ListeningChangeFeed;
import io.airouter.telemetry.HealthRecorder;
import io.airouter.telemetry.LogFormat;
import io.airouter.telemetry.RouterLog;
import io.airouter.upstream.HealthChecker;
import io.airouter.upstream.HttpUpstream;
import io.airouter.webhook.WebhookNotifier;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Starts the router in order: log, database to live state, listeners, checks; and stops it in the
 * reverse order. What was opened is closed also when a later step fails, because a container does
 * not call {@link #stop} then.
 */
@Startup
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RouterBoot {
  private static final Logger LOG = System.getLogger(RouterBoot.class.getName());

  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  @Inject private RouterConfiguration configuration;
  @Inject private FirstState firstState;
  @Inject private BatchedHistoryLog history;
  @Inject private AdvisoryLeadership leadership;
  @Inject private ListeningChangeFeed feed;
  @Inject private HttpUpstream upstream;
  @Inject private EventLoops loops;
  @Inject private LispListener lisp;
  @Inject private DnsListener dns;
  @Inject private HealthChecker checker;
  @Inject private BatchedHealthLog healthLog;
  @Inject private HealthRecorder healthRecorder;
  @Inject private SdnStart sdn;
  @Inject private WebhookNotifier webhooks;
  @Inject private Housekeeping housekeeping;

  @PostConstruct
  void start() {
    try {
      open.push(log());
      configuration.warnings().forEach(warning -> LOG.log(Level.WARNING, warning));
      feed.mark();
      firstState.load();
      open.push(history);
      open.push(healthLog);
      open.push(upstream);
      open.push(loops);
      listen();
      healthRecorder.start();
      open.push(healthRecorder);
      checker.start();
      open.push(checker);
      open.push(leadership);
      open.push(feed);
      feed.start();
      open.push(sdn.start());
      open.push(webhooks);
      housekeeping.start();
      open.push(housekeeping);
      LOG.log(
          Level.INFO, "the router is up: LISP on {0}, DNS on {1}", lisp.address(), dns.address());
    } catch (PortUnavailableException e) {
      stop();
      throw ServerExit.refuse(
          ServerExit.UNAVAILABLE, "a port is taken", List.of(String.valueOf(e.getMessage())));
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "the router does not start", e);
      stop();
      throw ServerExit.refuse(
          ServerExit.BROKEN, "see the log", List.of(String.valueOf(e.getMessage())));
    }
  }

  private void listen() {
    open.push(lisp);
    lisp.bind();
    open.push(dns);
    dns.bind();
  }

  private RouterLog log() {
    LogFormat format = LogFormat.valueOf(configuration.logging().format().name());
    return new RouterLog(format, LogLevels.of(configuration.logging().level()));
  }

  @PreDestroy
  void stop() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        LOG.log(Level.WARNING, "a part of the router did not close cleanly", e);
      }
    }
  }
}
