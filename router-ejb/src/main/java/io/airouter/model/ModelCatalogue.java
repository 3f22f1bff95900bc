package io.airouter.model;

import java.net.InetAddress;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * All models, endpoints and workload classes at one moment, immutable. An endpoint always belongs
 * to a model of the catalogue; service EIDs are distinct.
 */
public final class ModelCatalogue {
  public static final ModelCatalogue EMPTY =
      new ModelCatalogue(List.of(), List.of(), List.of(), ScoringWeights.DEFAULT);

  private final SortedMap<ModelId, Model> models = new TreeMap<>();
  private final SortedMap<EndpointId, Endpoint> endpoints = new TreeMap<>();
  private final Map<ModelId, List<Endpoint>> byModel;
  private final List<WorkloadClass> classes;
  private final ScoringWeights weights;

  public ModelCatalogue(
      List<Model> models,
      List<Endpoint> endpoints,
      List<WorkloadClass> classes,
      ScoringWeights weights) {
    models.forEach(m -> this.models.put(m.id(), m));
    endpoints.forEach(e -> this.endpoints.put(e.id(), e));
    this.byModel = this.endpoints.values().stream().collect(Collectors.groupingBy(Endpoint::model));
    this.classes = List.copyOf(classes);
    this.weights = weights;
    requireConsistency();
  }

  private void requireConsistency() {
    byModel.keySet().stream()
        .filter(id -> !models.containsKey(id))
        .findFirst()
        .ifPresent(
            id -> {
              throw new IllegalArgumentException("endpoint of unknown model " + id);
            });
    long distinctEids = models.values().stream().map(Model::serviceEid).distinct().count();
    if (distinctEids < models.size()) {
      throw new IllegalArgumentException("two models share one service EID");
    }
  }

  /** Sorted by id. */
  public List<Model> models() {
    return List.copyOf(models.values());
  }

  public Optional<Model> model(ModelId id) {
    return Optional.ofNullable(models.get(id));
  }

  public Optional<Model> modelOf(InetAddress serviceEid) {
    return models.values().stream().filter(m -> m.serviceEid().equals(serviceEid)).findFirst();
  }

  /** The first of 10.100.0.1… that stands for no model yet. */
  public InetAddress freeServiceEid() {
    return IntStream.range(1, 1 << 16)
        .mapToObj(n -> InetAddress.ofLiteral("10.100." + n / 256 + "." + n % 256))
        .filter(eid -> modelOf(eid).isEmpty())
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("all of 10.100.0.0/16 are taken"));
  }

  /** Sorted by id. */
  public List<Endpoint> endpoints() {
    return List.copyOf(endpoints.values());
  }

  public Optional<Endpoint> endpoint(EndpointId id) {
    return Optional.ofNullable(endpoints.get(id));
  }

  /** The endpoints of one model, sorted by id; empty for an unknown model. */
  public List<Endpoint> endpointsOf(ModelId id) {
    return byModel.getOrDefault(id, List.of());
  }

  public List<WorkloadClass> classes() {
    return classes;
  }

  public Optional<WorkloadClass> workloadClass(String name) {
    return classes.stream().filter(c -> c.name().equals(name)).findFirst();
  }

  /** The class whose source prefix is the longest match of {@code sourceEid}. */
  public WorkloadClass classOf(InetAddress sourceEid) {
    record Match(WorkloadClass workloadClass, IpPrefix prefix) {}
    return classes.stream()
        .flatMap(c -> c.sources().stream().map(prefix -> new Match(c, prefix)))
        .filter(match -> match.prefix().contains(sourceEid))
        .max(Comparator.comparingInt(match -> match.prefix().length()))
        .map(Match::workloadClass)
        .orElse(WorkloadClass.UNCLASSIFIED);
  }

  /** The scoring weights of classes that have none of their own. */
  public ScoringWeights weights() {
    return weights;
  }

  /** The classes and weights together, as they are edited. */
  public Policy policy() {
    return new Policy(classes, weights);
  }

  public ModelCatalogue with(Model model) {
    SortedMap<ModelId, Model> changed = new TreeMap<>(models);
    changed.put(model.id(), model);
    return new ModelCatalogue(List.copyOf(changed.values()), endpoints(), classes, weights);
  }

  /** Without the model and its endpoints. */
  public ModelCatalogue without(ModelId id) {
    return new ModelCatalogue(
        models.values().stream().filter(m -> !m.id().equals(id)).toList(),
        endpoints.values().stream().filter(e -> !e.model().equals(id)).toList(),
        classes,
        weights);
  }

  public ModelCatalogue with(Endpoint endpoint) {
    SortedMap<EndpointId, Endpoint> changed = new TreeMap<>(endpoints);
    changed.put(endpoint.id(), endpoint);
    return new ModelCatalogue(models(), List.copyOf(changed.values()), classes, weights);
  }

  public ModelCatalogue without(EndpointId id) {
    return new ModelCatalogue(
        models(),
        endpoints.values().stream().filter(e -> !e.id().equals(id)).toList(),
        classes,
        weights);
  }

  /** With one endpoint changed; the same catalogue where it is unknown. */
  public ModelCatalogue withEndpoint(EndpointId id, UnaryOperator<Endpoint> change) {
    return endpoint(id).map(e -> with(change.apply(e))).orElse(this);
  }

  public ModelCatalogue withPolicy(List<WorkloadClass> newClasses, ScoringWeights newWeights) {
    return new ModelCatalogue(models(), endpoints(), newClasses, newWeights);
  }
}
