package io.airouter.model;

import java.util.List;
import java.util.Objects;

/**
 * Callers of one kind, known by the source EID-Prefixes they call from, and the policy that routes
 * them. The caller's class is the longest match of its {@code source_eid}.
 */
public record WorkloadClass(String name, List<IpPrefix> sources, RoutingPolicy policy) {
  /** The class of a caller whose source EID no prefix covers. */
  public static final WorkloadClass UNCLASSIFIED =
      new WorkloadClass("unclassified", List.of(), RoutingPolicy.OPEN);

  public WorkloadClass {
    if (!name.matches("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")) {
      throw new IllegalArgumentException("workload class '" + name + "': a DNS label");
    }
    sources = List.copyOf(sources);
    Objects.requireNonNull(policy);
  }
}
