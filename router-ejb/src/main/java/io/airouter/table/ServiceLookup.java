package io.airouter.table;

import java.util.List;

/**
 * What the service registry answers for a model's name, in text that outlives the snapshot.
 *
 * @param name the full domain name asked for
 */
public record ServiceLookup(String name, boolean found, List<InstanceView> instances) {
  public static final ServiceLookup NOT_ASKED = new ServiceLookup("", false, List.of());

  public ServiceLookup {
    instances = List.copyOf(instances);
  }

  public boolean names(String endpoint) {
    return instances.stream().anyMatch(i -> i.endpoint().equals(endpoint));
  }

  /** One instance that answers may name. */
  public record InstanceView(
      String endpoint, List<String> addresses, int port, int priority, int weight) {
    public InstanceView {
      addresses = List.copyOf(addresses);
    }
  }
}
