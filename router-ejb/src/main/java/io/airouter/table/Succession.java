package io.airouter.table;

import io.airouter.lisp.EidPrefix;
import io.airouter.mapping.Mapping;
import io.airouter.mapping.MappingDatabase;
import io.airouter.model.Endpoint;
import io.airouter.model.EndpointId;
import io.airouter.model.Model;
import io.airouter.model.ModelCatalogue;
import io.airouter.model.ModelId;
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
 * Which snapshot follows which: applies a change to the catalogue, then derives anew the mappings
 * and the service of the one model it touches. A function of its arguments and the clock.
 */
final class Succession {
  private final InstantSource clock;

  Succession(InstantSource clock) {
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
      case PolicySet c ->
          successor(now, now.catalogue().withPolicy(c.classes(), c.weights()), now.mappings());
      case MappingRegistered c -> register(now, c.mapping());
      case MappingWithdrawn c -> withdraw(now, c.eid());
    };
  }

  private Snapshot loaded(Snapshot now, ModelCatalogue catalogue) {
    ServiceRegistry none = ServiceRegistry.empty(now.services().zone());
    Snapshot bare = new Snapshot(now.version() + 1, catalogue, MappingDatabase.EMPTY, none);
    for (Model model : catalogue.models()) {
      bare = derived(bare, model);
    }
    return bare;
  }

  private Snapshot putModel(Snapshot now, Model model) {
    MappingDatabase mappings =
        now.catalogue().model(model.id()).map(old -> withoutModel(now, old)).orElse(now.mappings());
    return derived(successor(now, now.catalogue().with(model), mappings), model);
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
        now.services().without(id.value()));
  }

  private Snapshot putEndpoint(Snapshot now, Endpoint endpoint) {
    Optional<Endpoint> old = now.catalogue().endpoint(endpoint.id());
    if (old.isPresent() && !old.get().model().equals(endpoint.model())) {
      throw new IllegalArgumentException(
          "endpoint " + endpoint.id() + " belongs to model " + old.get().model());
    }
    return changed(now, now.catalogue().with(endpoint), endpoint.model());
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
    Optional<Model> model = modelOf(now, mapping.eid());
    if (model.isEmpty()) {
      return successor(now, now.catalogue(), now.mappings().with(mapping));
    }
    ModelCatalogue next = new Registrations(model.get()).apply(now.catalogue(), mapping);
    return changed(now, next, model.get().id());
  }

  private Snapshot withdraw(Snapshot now, EidPrefix eid) {
    Optional<Model> model = modelOf(now, eid);
    if (model.isPresent()) {
      ModelCatalogue next = new Registrations(model.get()).clear(now.catalogue());
      return changed(now, next, model.get().id());
    }
    return now.mappings().exact(eid).isEmpty()
        ? now
        : successor(now, now.catalogue(), now.mappings().without(eid));
  }

  private static Optional<Model> modelOf(Snapshot now, EidPrefix eid) {
    return now.catalogue().models().stream()
        .filter(m -> Locations.eids(m).contains(eid))
        .findFirst();
  }

  private Snapshot changed(Snapshot now, ModelCatalogue catalogue, ModelId touched) {
    Snapshot next = successor(now, catalogue, now.mappings());
    return catalogue.model(touched).map(model -> derived(next, model)).orElse(next);
  }

  private static Snapshot successor(
      Snapshot now, ModelCatalogue catalogue, MappingDatabase mappings) {
    return new Snapshot(now.version() + 1, catalogue, mappings, now.services());
  }

  private Snapshot derived(Snapshot bare, Model model) {
    Locations locations = new Locations(model, bare.catalogue().endpointsOf(model.id()));
    MappingDatabase mappings = bare.mappings();
    for (Mapping mapping : locations.mappings(clock.instant())) {
      mappings = mappings.with(mapping);
    }
    return new Snapshot(
        bare.version(), bare.catalogue(), mappings, bare.services().with(locations.service()));
  }

  private static MappingDatabase withoutModel(Snapshot now, Model model) {
    MappingDatabase mappings = now.mappings();
    for (EidPrefix eid : Locations.eids(model)) {
      mappings = mappings.without(eid);
    }
    return mappings;
  }
}
