package io.airouter.history;

import java.util.Locale;

/** What is measured of a node: of its host, and of the router's own process. */
public enum SystemFigure {
  CPU_PERCENT(Unit.PERCENT, "Processor time in use, of all cores of the host"),
  ROUTER_CPU_PERCENT(Unit.PERCENT, "Processor time the router uses, of all cores of the host"),
  MEMORY_PERCENT(Unit.PERCENT, "Memory in use; what the system can give back counts as free"),
  MEMORY_USED_BYTES(Unit.BYTES, "Memory in use"),
  MEMORY_TOTAL_BYTES(Unit.BYTES, "Memory there is"),
  HEAP_PERCENT(Unit.PERCENT, "The router's heap in use, of its limit"),
  HEAP_USED_BYTES(Unit.BYTES, "The router's heap in use, garbage included"),
  DISK_PERCENT(Unit.PERCENT, "Disk in use, where ROUTER_DATA is"),
  DISK_USED_BYTES(Unit.BYTES, "Disk in use, where ROUTER_DATA is"),
  DISK_TOTAL_BYTES(Unit.BYTES, "Disk there is, where ROUTER_DATA is"),
  NETWORK_RECEIVED_BYTES(Unit.BYTES_PER_SECOND, "Received over the network, loopback left out"),
  NETWORK_SENT_BYTES(Unit.BYTES_PER_SECOND, "Sent over the network, loopback left out"),
  LOOPBACK_BYTES(Unit.BYTES_PER_SECOND, "Sent over loopback, within this host"),
  THREADS(Unit.COUNT, "Platform threads of the router; virtual ones are not counted"),
  GC_PERCENT(Unit.PERCENT, "Time the garbage collector took, of the time that passed");

  /** What a figure counts. */
  public enum Unit {
    PERCENT,
    BYTES,
    BYTES_PER_SECOND,
    COUNT;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Unit unit;
  private final String description;

  SystemFigure(Unit unit, String description) {
    this.unit = unit;
    this.description = description;
  }

  /** The lower-case word used in the API. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Unit unit() {
    return unit;
  }

  public String description() {
    return description;
  }
}
