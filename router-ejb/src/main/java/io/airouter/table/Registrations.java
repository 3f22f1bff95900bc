package io.airouter.table;

import io.airouter.lisp.Ipv4Address;
import io.airouter.lisp.Ipv6Address;
import io.airouter.lisp.LispAddress;
import io.airouter.lisp.Locator;
import io.airouter.mapping.Mapping;
import io.airouter.mapping.MappingDatabase;
import io.airouter.model.AdminState;
import io.airouter.model.Endpoint;
import io.airouter.model.EndpointId;
import io.airouter.model.Health;
import io.airouter.model.Model;
import io.airouter.model.ModelCatalogue;
import io.airouter.model.Origin;
import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The locators registered for a model, under whichever of its EIDs and by however many ETRs: each
 * address becomes one endpoint of the model. A locator of an address where a configured endpoint
 * already stands confirms that one and makes no second.
 */
record Registrations(Model model, Map<InetAddress, Locator> locators) {
  private static final Ipv4Address BROADCAST = Ipv4Address.parse("255.255.255.255");

  static Registrations of(Model model, MappingDatabase registered) {
    Map<InetAddress, Locator> locators = new LinkedHashMap<>();
    Locations.eids(model).stream()
        .flatMap(eid -> registered.exact(eid).stream())
        .map(Mapping::locators)
        .flatMap(List::stream)
        .forEach(
            locator ->
                address(locator.rloc())
                    .ifPresent(rloc -> locators.merge(rloc, locator, Registrations::preferred)));
    return new Registrations(model, locators);
  }

  private static Locator preferred(Locator a, Locator b) {
    return b.priority() < a.priority() ? b : a;
  }

  /**
   * The catalogue with the model's registered endpoints as they now are.
   *
   * @param before what was registered before; an endpoint whose locator says the same as then keeps
   *     the weight that an operator gave it since
   */
  ModelCatalogue apply(ModelCatalogue catalogue, Registrations before) {
    Set<InetAddress> configured =
        catalogue.endpointsOf(model.id()).stream()
            .filter(e -> e.origin() != Origin.REGISTERED)
            .flatMap(e -> e.addresses().stream())
            .collect(Collectors.toSet());
    ModelCatalogue next = catalogue;
    for (Endpoint endpoint : catalogue.endpointsOf(model.id())) {
      if (endpoint.origin() == Origin.REGISTERED && !isWanted(endpoint, configured)) {
        next = next.without(endpoint.id());
      }
    }
    for (Map.Entry<InetAddress, Locator> location : locators.entrySet()) {
      if (!configured.contains(location.getKey())) {
        next = put(next, location, before);
      }
    }
    return next;
  }

  private boolean isWanted(Endpoint registered, Set<InetAddress> configured) {
    return registered.addresses().stream()
        .anyMatch(rloc -> locators.containsKey(rloc) && !configured.contains(rloc));
  }

  private ModelCatalogue put(
      ModelCatalogue catalogue, Map.Entry<InetAddress, Locator> location, Registrations before) {
    Endpoint fresh = endpoint(location.getKey(), location.getValue());
    Optional<Endpoint> old = catalogue.endpoint(fresh.id());
    if (old.filter(o -> o.origin() != Origin.REGISTERED).isPresent()) {
      return catalogue;
    }
    boolean saysTheSame = location.getValue().equals(before.locators.get(location.getKey()));
    Endpoint next =
        old.map(o -> fresh.withAdminState(o.adminState()).withHealth(o.health()))
            .map(e -> saysTheSame ? e.withWeight(old.get().weight()) : e)
            .orElse(fresh);
    return old.equals(Optional.of(next)) ? catalogue : catalogue.with(next);
  }

  private Endpoint endpoint(InetAddress rloc, Locator locator) {
    return new Endpoint(
        EndpointId.registered(model.id(), rloc),
        model.id(),
        model.registration().baseUrl(rloc),
        List.of(rloc),
        locator.priority(),
        Math.min(locator.weight(), Endpoint.MAX_WEIGHT),
        Optional.empty(),
        Origin.REGISTERED,
        AdminState.ACTIVE,
        Health.UNKNOWN);
  }

  /** What can be called: the one address of one host. */
  private static Optional<InetAddress> address(LispAddress rloc) {
    Optional<InetAddress> address =
        switch (rloc) {
          case Ipv4Address v4 when v4.equals(BROADCAST) -> Optional.empty();
          case Ipv4Address v4 -> Optional.of(v4.toInetAddress());
          case Ipv6Address v6 -> Optional.of(v6.toInetAddress());
          default -> Optional.empty();
        };
    return address.filter(a -> !a.isAnyLocalAddress() && !a.isMulticastAddress());
  }
}
