package io.airouter.boundary;

import io.airouter.boundary.ModelView.EndpointView;
import io.airouter.model.CatalogueEdit;
import io.airouter.model.CatalogueEdit.EndpointEdit;
import io.airouter.model.Endpoint;
import io.airouter.model.EndpointId;
import io.airouter.model.Model;
import io.airouter.model.ModelCatalogue;
import io.airouter.model.ModelId;
import io.airouter.table.EndpointLoad;
import io.airouter.table.RoutingTable;
import io.airouter.table.Snapshot;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Models and endpoints as they are now, and the change made most often; others are edits. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class Catalogue {
  @Inject private RoutingTable table;
  @Inject private InstantSource clock;
  @Inject private CatalogueEditing editing;

  public Snapshot snapshot() {
    return table.snapshot();
  }

  /** All models, sorted by id. */
  public List<ModelView> models() {
    Snapshot now = table.snapshot();
    return now.catalogue().models().stream().map(model -> view(now, model)).toList();
  }

  public Optional<ModelView> model(ModelId id) {
    Snapshot now = table.snapshot();
    return now.catalogue().model(id).map(model -> view(now, model));
  }

  /**
   * Sets an endpoint's share among the endpoints of its priority.
   *
   * @param weight 0..100
   * @throws NoSuchElementException where the service has no such endpoint
   * @throws IllegalArgumentException for a weight out of range
   * @throws DatabaseUnavailableException where it could not be kept
   */
  @RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
  public void setWeight(ModelId service, EndpointId endpoint, int weight) {
    editing.change(now -> List.of(reweighted(now, service, endpoint, weight)));
  }

  private static CatalogueEdit reweighted(
      ModelCatalogue now, ModelId service, EndpointId endpoint, int weight) {
    Endpoint before =
        now.endpoint(endpoint)
            .filter(e -> e.model().equals(service))
            .orElseThrow(
                () -> new NoSuchElementException(service + " has no endpoint " + endpoint));
    return EndpointEdit.change(before, before.withWeight(weight));
  }

  private ModelView view(Snapshot now, Model model) {
    List<EndpointView> endpoints =
        now.catalogue().endpointsOf(model.id()).stream().map(this::view).toList();
    long requests = table.load(model.id()).requestsThisMinute(clock.instant());
    boolean available =
        model.enabled() && endpoints.stream().anyMatch(e -> e.endpoint().isServing());
    return new ModelView(
        model,
        endpoints,
        available,
        table.utilisation(model, clock.instant()),
        averageResponseTime(endpoints),
        requests);
  }

  private EndpointView view(Endpoint endpoint) {
    EndpointLoad load = table.load(endpoint.id());
    return new EndpointView(
        endpoint, load.inFlight(), load.averageLatency(), load.calls(), load.failures());
  }

  private static Duration averageResponseTime(List<EndpointView> endpoints) {
    double nanos =
        endpoints.stream()
            .mapToLong(e -> e.averageLatency().toNanos())
            .filter(n -> n > 0)
            .average()
            .orElse(0);
    return Duration.ofNanos(Math.round(nanos));
  }
}
