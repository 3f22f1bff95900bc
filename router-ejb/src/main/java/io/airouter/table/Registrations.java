package io.airouter.table;

import io.airouter.lisp.Ipv4Address;
import io.airouter.lisp.Ipv6Address;
import io.airouter.lisp.LispAddress;
import io.airouter.lisp.Locator;
import io.airouter.mapping.Mapping;
import io.airouter.model.AdminState;
import io.airouter.model.Endpoint;
import io.airouter.model.EndpointId;
import io.airouter.model.Health;
import io.airouter.model.Model;
import io.airouter.model.ModelCatalogue;
import io.airouter.model.Origin;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Turns the locators that were registered for a model's EID into endpoints of that model, and takes
 * those away that a later registration no longer names. A locator of an address where a configured
 * endpoint already stands confirms that one and makes no second.
 */
record Registrations(Model model) {

  ModelCatalogue apply(ModelCatalogue catalogue, Mapping mapping) {
    Set<InetAddress> configured =
        catalogue.endpointsOf(model.id()).stream()
            .filter(e -> e.origin() != Origin.REGISTERED)
            .flatMap(e -> e.addresses().stream())
            .collect(Collectors.toSet());
    List<Endpoint> registered =
        mapping.locators().stream()
            .flatMap(locator -> endpoint(catalogue, locator).stream())
            .filter(e -> !configured.containsAll(e.addresses()))
            .toList();
    ModelCatalogue next = clearExcept(catalogue, registered);
    for (Endpoint endpoint : registered) {
      next = next.with(endpoint);
    }
    return next;
  }

  ModelCatalogue clear(ModelCatalogue catalogue) {
    return clearExcept(catalogue, List.of());
  }

  private ModelCatalogue clearExcept(ModelCatalogue catalogue, List<Endpoint> kept) {
    Set<EndpointId> keptIds = kept.stream().map(Endpoint::id).collect(Collectors.toSet());
    ModelCatalogue next = catalogue;
    for (Endpoint endpoint : catalogue.endpointsOf(model.id())) {
      if (endpoint.origin() == Origin.REGISTERED && !keptIds.contains(endpoint.id())) {
        next = next.without(endpoint.id());
      }
    }
    return next;
  }

  /** The endpoint of that locator: known health and operator's wish stay; empty for a non-IP. */
  private Optional<Endpoint> endpoint(ModelCatalogue catalogue, Locator locator) {
    return address(locator.rloc())
        .map(
            rloc -> {
              EndpointId id = EndpointId.registered(model.id(), rloc);
              Optional<Endpoint> old = catalogue.endpoint(id);
              return new Endpoint(
                  id,
                  model.id(),
                  model.registration().baseUrl(rloc),
                  List.of(rloc),
                  locator.priority(),
                  Math.min(locator.weight(), Endpoint.MAX_WEIGHT),
                  Optional.empty(),
                  Origin.REGISTERED,
                  old.map(Endpoint::adminState).orElse(AdminState.ACTIVE),
                  old.map(Endpoint::health).orElse(Health.UNKNOWN));
            });
  }

  private static Optional<InetAddress> address(LispAddress rloc) {
    return switch (rloc) {
      case Ipv4Address v4 -> Optional.of(v4.toInetAddress());
      case Ipv6Address v6 -> Optional.of(v6.toInetAddress());
      default -> Optional.empty();
    };
  }
}
