package io.airouter.table;

import io.airouter.lisp.EidPrefix;
import io.airouter.mapping.Mapping;
import io.airouter.mapping.MappingDatabase;
import io.airouter.model.Endpoint;
import io.airouter.model.EndpointId;
import io.airouter.model.Model;
import io.airouter.model.ModelCatalogue;
import io.airouter.model.ModelId;
import io.airouter.model.Origin;
import io.airouter.naming.ServiceRegistry;
import io.airouter.table.RouteChange.CatalogueLoaded;
import io.airouter.table.RouteChange.EndpointAdminStateSet;
import io.airouter.table.RouteChange.EndpointHealthChanged;
import io.airouter.table.RouteChange.EndpointPut;
import io.airouter.table.RouteChange.EndpointRemoved;
import io.airouter.table.RouteChange.EndpointResolved;
import io.airouter.table.RouteChange.EndpointWeightSet;
import io.airouter.table.RouteChange.MappingRegistered;
import io.airouter.table.RouteChange.MappingWithdrawn;
import io.airouter.table.RouteChange.ModelPut;
import io.airouter.table.RouteChange.ModelRemoved;
import io.airouter.table.RouteChange.PolicySet;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Which snapshot follows which: applies a change to the catalogue or to what is registered, then
 * derives anew the registered endpoints, the mappings and the service of the one model it touches.
 * A function of its arguments and the clock.
 */
final class Succession {
  private final long ttlMinutes;
  private final InstantSource clock;

  /**
   * @param ttlMinutes of the mappings derived from models
   */
  Succession(long ttlMinutes, InstantSource clock) {
    this.ttlMinutes = ttlMinutes;
    this.clock = clock;
  }

  Snapshot next(Snapshot now, RouteChange change) {
    return switch (change) {
      case CatalogueLoaded c -> loaded(now, c.catalogue());
      case ModelPut c -> putModel(now, c.model());
      case ModelRemoved c -> removeModel(now, c.model());
      case EndpointPut c -> putEndpoint(now, c.endpoint());
      case EndpointRemoved c -> removeEndpoint(now, c.endpoint());
      case EndpointWeightSet c -> edit(now, c.endpoint(), e -> e.withWeight(c.weight()));
      case EndpointAdminStateSet c -> edit(now, c.endpoint(), e -> e.withAdminState(c.state()));
      case EndpointHealthChanged c -> edit(now, c.endpoint(), e -> e.withHealth(c.health()));
      case EndpointResolved c -> edit(now, c.endpoint(), e -> e.withAddresses(c.addresses()));
      case PolicySet c -> successor(now, now.catalogue().withPolicy(c.classes(), c.weights()));
      case MappingRegistered c -> register(now, c.mapping());
      case MappingWithdrawn c -> withdraw(now, c.eid());
    };
  }

  /** What registered endpoints were known keep their health and the operator's wishes. */
  private Snapshot loaded(Snapshot now, ModelCatalogue configured) {
    ModelCatalogue catalogue = configured;
    for (Endpoint endpoint : now.catalogue().endpoints()) {
      boolean isKept = endpoint.origin() == Origin.REGISTERED;
      if (isKept && configured.model(endpoint.model()).isPresent()) {
        catalogue = catalogue.with(endpoint);
      }
    }
    Snapshot next =
        new Snapshot(
            now.version() + 1,
            catalogue,
            now.registered(),
            now.registered(),
            ServiceRegistry.empty(now.services().zone()));
    for (Model model : configured.models()) {
      next = derived(next, model, now.registered());
    }
    return next;
  }

  private Snapshot putModel(Snapshot now, Model model) {
    MappingDatabase mappings =
        now.catalogue().model(model.id()).map(old -> withoutModel(now, old)).orElse(now.mappings());
    Snapshot next = successor(now, now.catalogue().with(model)).withMappings(mappings);
    return derived(next, model, now.registered());
  }

  private Snapshot removeModel(Snapshot now, ModelId id) {
    Optional<Model> old = now.catalogue().model(id);
    if (old.isEmpty()) {
      return now;
    }
    return new Snapshot(
        now.version() + 1,
        now.catalogue().without(id),
        withoutModel(now, old.get()),
        now.registered(),
        now.services().without(id.value()));
  }

  /** An edit that leaves the base URL alone knows nothing newer of health and addresses. */
  private Snapshot putEndpoint(Snapshot now, Endpoint endpoint) {
    Optional<Endpoint> old = now.catalogue().endpoint(endpoint.id());
    if (old.isPresent() && !old.get().model().equals(endpoint.model())) {
      throw new IllegalArgumentException(
          "endpoint " + endpoint.id() + " belongs to model " + old.get().model());
    }
    Endpoint kept =
        old.filter(o -> o.baseUrl().equals(endpoint.baseUrl()))
            .map(o -> endpoint.withHealth(o.health()).withAddresses(o.addresses()))
            .orElse(endpoint);
    return changed(now, now.catalogue().with(kept), endpoint.model());
  }

  private Snapshot removeEndpoint(Snapshot now, EndpointId id) {
    return now.catalogue()
        .endpoint(id)
        .map(old -> changed(now, now.catalogue().without(id), old.model()))
        .orElse(now);
  }

  private Snapshot edit(Snapshot now, EndpointId id, UnaryOperator<Endpoint> edit) {
    Optional<Endpoint> old = now.catalogue().endpoint(id);
    if (old.isEmpty() || edit.apply(old.get()).equals(old.get())) {
      return now;
    }
    return changed(now, now.catalogue().withEndpoint(id, edit), old.get().model());
  }

  private Snapshot register(Snapshot now, Mapping mapping) {
    boolean isKnown =
        now.registered()
            .exact(mapping.eid())
            .filter(
                old ->
                    old.locators().equals(mapping.locators())
                        && old.ttlMinutes() == mapping.ttlMinutes())
            .isPresent();
    return isKnown ? now : registered(now, mapping.eid(), now.registered().with(mapping));
  }

  private Snapshot withdraw(Snapshot now, EidPrefix eid) {
    return now.registered().exact(eid).isEmpty()
        ? now
        : registered(now, eid, now.registered().without(eid));
  }

  private Snapshot registered(Snapshot now, EidPrefix eid, MappingDatabase registered) {
    Snapshot next =
        new Snapshot(
            now.version() + 1, now.catalogue(), now.mappings(), registered, now.services());
    return modelOf(now, eid)
        .map(model -> derived(next, model, now.registered()))
        .orElseGet(() -> next.withMappings(asRegistered(next, next.mappings(), eid)));
  }

  private static Optional<Model> modelOf(Snapshot now, EidPrefix eid) {
    return now.catalogue().models().stream()
        .filter(m -> Locations.eids(m).contains(eid))
        .findFirst();
  }

  private Snapshot changed(Snapshot now, ModelCatalogue catalogue, ModelId touched) {
    Snapshot next = successor(now, catalogue);
    return catalogue
        .model(touched)
        .map(model -> derived(next, model, now.registered()))
        .orElse(next);
  }

  private static Snapshot successor(Snapshot now, ModelCatalogue catalogue) {
    return new Snapshot(
        now.version() + 1, catalogue, now.mappings(), now.registered(), now.services());
  }

  private Snapshot derived(Snapshot next, Model model, MappingDatabase registeredBefore) {
    ModelCatalogue catalogue =
        Registrations.of(model, next.registered())
            .apply(next.catalogue(), Registrations.of(model, registeredBefore));
    Locations locations = new Locations(model, catalogue.endpointsOf(model.id()));
    MappingDatabase mappings = next.mappings();
    for (Mapping mapping : locations.mappings(ttlMinutes, clock.instant())) {
      mappings = mappings.with(mapping);
    }
    return new Snapshot(
        next.version(),
        catalogue,
        mappings,
        next.registered(),
        next.services().with(locations.service()));
  }

  /** A model's EIDs go; what was registered for them stands for itself again. */
  private static MappingDatabase withoutModel(Snapshot now, Model model) {
    MappingDatabase mappings = now.mappings();
    for (EidPrefix eid : Locations.eids(model)) {
      mappings = asRegistered(now, mappings, eid);
    }
    return mappings;
  }

  private static MappingDatabase asRegistered(
      Snapshot now, MappingDatabase mappings, EidPrefix eid) {
    return now.registered().exact(eid).map(mappings::with).orElseGet(() -> mappings.without(eid));
  }
}
