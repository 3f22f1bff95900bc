package io.airouter.naming;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All services of the zone at one moment, immutable: any thread reads, a change makes a new one.
 */
public final class ServiceRegistry {
  private final Zone zone;
  private final SortedMap<String, Service> services;

  private ServiceRegistry(Zone zone, SortedMap<String, Service> services) {
    this.zone = zone;
    this.services = services;
  }

  public static ServiceRegistry empty(Zone zone) {
    return new ServiceRegistry(zone, new TreeMap<>());
  }

  public Zone zone() {
    return zone;
  }

  public Optional<Service> service(String name) {
    return Optional.ofNullable(services.get(name));
  }

  /** Sorted by name. */
  public List<Service> services() {
    return List.copyOf(services.values());
  }

  /**
   * This very registry where it says so already: an endpoint that renews itself changes nothing.
   */
  public ServiceRegistry with(Service service) {
    if (service.equals(services.get(service.name()))) {
      return this;
    }
    SortedMap<String, Service> changed = new TreeMap<>(services);
    changed.put(service.name(), service);
    return new ServiceRegistry(zone, changed);
  }

  public ServiceRegistry without(String name) {
    if (!services.containsKey(name)) {
      return this;
    }
    SortedMap<String, Service> changed = new TreeMap<>(services);
    changed.remove(name);
    return new ServiceRegistry(zone, changed);
  }
}
