package io.airouter.boundary;

import io.airouter.boundary.RouterStatistics.SystemStatistics;
import io.airouter.history.HistoryLog;
import io.airouter.history.QueryMeter;
import io.airouter.mapserver.MapServer;
import io.airouter.nameserver.NameServer;
import io.airouter.table.RoutingTable;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.time.Duration;

/** What the router counted since it started; memory only. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class Statistics {
  @Inject private MapServer mapServer;
  @Inject private NameServer nameServer;
  @Inject private QueryMeter queries;
  @Inject private HistoryLog history;
  @Inject private RoutingTable table;

  public RouterStatistics statistics() {
    return new RouterStatistics(
        RouterStatistics.sorted(mapServer.counters()),
        RouterStatistics.sorted(nameServer.counters()),
        queries.statistics(),
        system());
  }

  private SystemStatistics system() {
    MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    HistoryLog.Standing standing = history.standing();
    return new SystemStatistics(
        Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime()),
        heap.getUsed(),
        heap.getMax(),
        cpuLoad(),
        ManagementFactory.getThreadMXBean().getThreadCount(),
        table.snapshot().version(),
        standing.waiting(),
        standing.written(),
        standing.dropped());
  }

  private static double cpuLoad() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean os
        ? Math.max(0, os.getProcessCpuLoad())
        : 0;
  }
}
