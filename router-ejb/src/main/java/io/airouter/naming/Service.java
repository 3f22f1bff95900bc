package io.airouter.naming;

import java.util.List;

/**
 * A service offered below the zone: a model under its id.
 *
 * @param name relative to the zone, such as {@code gpt-4}
 * @param attributes what the TXT record says, each {@code key=value}
 */
public record Service(String name, List<String> attributes, List<ServiceInstance> instances) {
  public Service {
    attributes = List.copyOf(attributes);
    instances = List.copyOf(instances);
  }
}
