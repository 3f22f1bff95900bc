package io.airouter.persistence;

import io.airouter.cluster.Node;
import io.airouter.cluster.StoredChange;
import io.airouter.cluster.StoredChange.EndpointStored;
import io.airouter.cluster.StoredChange.ModelStored;
import io.airouter.cluster.StoredChange.PolicyStored;
import io.airouter.model.CatalogueStore;
import io.airouter.model.Endpoint;
import io.airouter.model.EndpointId;
import io.airouter.model.Model;
import io.airouter.model.ModelCatalogue;
import io.airouter.model.ModelId;
import io.airouter.model.Origin;
import io.airouter.model.ScoringWeights;
import io.airouter.model.WorkloadClass;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The catalogue in PostgreSQL. A model's or class's dependent rows come and go with it. */
@Stateless
@Local(CatalogueStore.class)
@PermitAll
public class JpaCatalogueStore implements CatalogueStore {
  @PersistenceContext(unitName = "router")
  private EntityManager entities;

  @Inject private Node node;

  /** For the container. */
  public JpaCatalogueStore() {}

  JpaCatalogueStore(EntityManager entities) {
    this.entities = entities;
    this.node = Node.ALONE;
  }

  @Override
  public ModelCatalogue load() {
    List<Model> models =
        all("select m from ModelRow m order by m.id", ModelRow.class).stream()
            .map(ModelRow::toModel)
            .toList();
    List<Endpoint> endpoints =
        all("select e from EndpointRow e order by e.id", EndpointRow.class).stream()
            .map(EndpointRow::toEndpoint)
            .toList();
    List<WorkloadClass> classes =
        classRows().stream()
            .sorted(Comparator.comparingInt(WorkloadClassRow::position))
            .map(WorkloadClassRow::toWorkloadClass)
            .toList();
    ScoringWeights weights =
        Optional.ofNullable(entities.find(PolicyRow.class, PolicyRow.ONLY))
            .map(PolicyRow::toWeights)
            .orElse(ScoringWeights.DEFAULT);
    return new ModelCatalogue(models, endpoints, classes, weights);
  }

  @Override
  public ModelCatalogue loadForEdit() {
    entities
        .createNativeQuery(
            "select 1 from pg_advisory_xact_lock(hashtext('catalogue edits'))", Integer.class)
        .getSingleResult();
    return load();
  }

  /** Written at once: a later row of the transaction may take the EID that this one leaves. */
  @Override
  public void save(Model model) {
    record(new ModelStored(model.id()));
    entities.merge(ModelRow.of(model));
    entities.flush();
  }

  @Override
  public void remove(ModelId model) {
    record(new ModelStored(model));
    entities
        .createQuery("delete from EndpointRow e where e.modelId = :model")
        .setParameter("model", model.value())
        .executeUpdate();
    removeRow(ModelRow.class, model.value());
    entities.flush();
  }

  @Override
  public void save(Endpoint endpoint) {
    if (endpoint.origin() != Origin.REGISTERED) {
      record(new EndpointStored(endpoint.id()));
      entities.merge(EndpointRow.of(endpoint));
    }
  }

  @Override
  public void remove(EndpointId endpoint) {
    record(new EndpointStored(endpoint));
    removeRow(EndpointRow.class, endpoint.value());
  }

  @Override
  public void savePolicy(List<WorkloadClass> classes, ScoringWeights weights) {
    record(new PolicyStored());
    Set<String> kept = classes.stream().map(WorkloadClass::name).collect(Collectors.toSet());
    classRows().stream().filter(row -> !kept.contains(row.name())).forEach(entities::remove);
    IntStream.range(0, classes.size())
        .forEach(i -> entities.merge(WorkloadClassRow.of(classes.get(i), i)));
    entities.merge(PolicyRow.of(weights));
  }

  private void record(StoredChange change) {
    ChangeJournal.record(entities, node, change);
  }

  private List<WorkloadClassRow> classRows() {
    return all("select c from WorkloadClassRow c", WorkloadClassRow.class);
  }

  private <T> List<T> all(String query, Class<T> type) {
    return entities.createQuery(query, type).getResultList();
  }

  private void removeRow(Class<?> type, String id) {
    Optional.ofNullable(entities.find(type, id)).ifPresent(entities::remove);
  }
}
