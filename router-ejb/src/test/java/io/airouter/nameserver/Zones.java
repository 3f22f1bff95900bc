package io.airouter.nameserver;

import io.airouter.dns.DomainName;
import io.airouter.mapping.MappingDatabase;
import io.airouter.model.ModelCatalogue;
import io.airouter.naming.Service;
import io.airouter.naming.ServiceInstance;
import io.airouter.naming.ServiceRegistry;
import io.airouter.naming.Zone;
import io.airouter.table.Snapshot;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/** Registries and snapshots of the tests, below {@code ai-workload.internal}. */
public final class Zones {
  public static final Zone ZONE = Zone.of(DomainName.parse("ai-workload.internal"));

  private Zones() {}

  public static Service service(String name, ServiceInstance... instances) {
    List<String> attributes =
        List.of("dialect=openai", "model=" + name + "-2026", "eid=10.100.0.1");
    return new Service(name, attributes, List.of(instances));
  }

  /** A serving plain-text instance of priority 1 at port 18080. */
  public static ServiceInstance instance(String endpoint, int weight, String... addresses) {
    List<InetAddress> parsed = Stream.of(addresses).map(InetAddress::ofLiteral).toList();
    return new ServiceInstance(endpoint, parsed, 18_080, 1, weight, false, true);
  }

  static ServiceInstance withPriority(ServiceInstance i, int priority) {
    return new ServiceInstance(
        i.endpoint(), i.addresses(), i.port(), priority, i.weight(), i.tls(), i.serving());
  }

  static ServiceInstance withTls(ServiceInstance i) {
    return new ServiceInstance(
        i.endpoint(), i.addresses(), 443, i.priority(), i.weight(), true, i.serving());
  }

  static ServiceInstance down(ServiceInstance i) {
    return new ServiceInstance(
        i.endpoint(), i.addresses(), i.port(), i.priority(), i.weight(), i.tls(), false);
  }

  public static Snapshot snapshot(long version, Service... services) {
    ServiceRegistry registry = ServiceRegistry.empty(ZONE);
    for (Service service : services) {
      registry = registry.with(service);
    }
    return new Snapshot(
        version, ModelCatalogue.EMPTY, MappingDatabase.EMPTY, MappingDatabase.EMPTY, registry);
  }
}
