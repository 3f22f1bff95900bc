package io.airouter.boot.configuration;

import io.airouter.model.IpPrefix;
import io.airouter.model.ModelId;
import io.airouter.model.RoutingPolicy;
import io.airouter.model.ScoringWeights;
import io.airouter.model.WorkloadClass;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the workload classes: source EID-Prefixes, none overlapping another, and a policy for each
 * class. Prefixes of one class may stand apart; its policy stands at one of them.
 */
final class WorkloadClassReader {
  private record Taken(IpPrefix prefix, Entry place) {}

  private record Builder(List<IpPrefix> sources, Optional<RoutingPolicy> policy) {}

  private final Set<ModelId> models;
  private final List<Taken> taken = new ArrayList<>();
  private final Map<String, Builder> classes = new LinkedHashMap<>();

  WorkloadClassReader(Section lisp, Set<ModelId> models) {
    this.models = Set.copyOf(models);
    if (lisp.entry("eid_prefixes").isPresent()) {
      lisp.list("eid_prefixes").forEach(this::read);
    } else {
      Stream.of(SeedClass.values())
          .forEach(seed -> add(seed.prefix(), seed.word(), Optional.empty()));
    }
  }

  List<WorkloadClass> classes() {
    return classes.entrySet().stream()
        .map(
            entry ->
                new WorkloadClass(
                    entry.getKey(),
                    entry.getValue().sources(),
                    entry.getValue().policy().orElseGet(() -> SeedClass.policy(entry.getKey()))))
        .toList();
  }

  private void read(Entry entry) {
    if (!entry.isSection()) {
      entry
          .value(CatalogueKeys.CLASS_PREFIX_ONLY.type())
          .filter(prefix -> isFree(prefix, entry))
          .ifPresent(prefix -> add(prefix, SeedClass.nameFor(prefix), Optional.empty()));
      return;
    }
    Section section = entry.section();
    Optional<String> name = section.find(CatalogueKeys.CLASS_NAME);
    Optional<RoutingPolicy> policy = policy(section, name);
    section
        .require(CatalogueKeys.CLASS_PREFIX)
        .filter(prefix -> isFree(prefix, section.entry("prefix").orElse(entry)))
        .ifPresent(
            prefix -> {
              String effective = name.orElseGet(() -> SeedClass.nameFor(prefix));
              refuseSecondPolicy(section, effective, policy);
              add(prefix, effective, policy);
            });
  }

  private void refuseSecondPolicy(Section section, String name, Optional<RoutingPolicy> policy) {
    Builder known = classes.getOrDefault(name, new Builder(List.of(), Optional.empty()));
    if (policy.isPresent() && known.policy().isPresent()) {
      section.place().refuse("class " + name + " has its policy already: give it once");
    }
  }

  private boolean isFree(IpPrefix prefix, Entry place) {
    Optional<Taken> other = taken.stream().filter(t -> t.prefix().overlaps(prefix)).findFirst();
    other.ifPresent(
        t ->
            place.refuse(
                prefix
                    + " overlaps "
                    + t.prefix()
                    + " of line "
                    + t.place().line()
                    + ", which is not allowed: EID-Prefixes that share no address"));
    taken.add(new Taken(prefix, place));
    return other.isEmpty();
  }

  private void add(IpPrefix prefix, String name, Optional<RoutingPolicy> policy) {
    classes.merge(
        name,
        new Builder(List.of(prefix), policy),
        (old, fresh) ->
            new Builder(
                Stream.concat(old.sources().stream(), fresh.sources().stream()).toList(),
                old.policy().or(fresh::policy)));
  }

  /** Empty where the section says nothing of a policy. */
  private Optional<RoutingPolicy> policy(Section section, Optional<String> name) {
    Predicate<String> isPolicy = key -> !key.equals("prefix") && !key.equals("class");
    if (section.entries().keySet().stream().noneMatch(isPolicy)) {
      return Optional.empty();
    }
    Optional<ScoringWeights> weights =
        section
            .entry("weights")
            .map(entry -> WeightsReader.weights(entry.section(), CatalogueKeys.CLASS_WEIGHTS))
            .or(() -> name.flatMap(word -> SeedClass.policy(word).weights()));
    return Optional.of(
        new RoutingPolicy(
            allowedModels(section),
            weights,
            section.get(CatalogueKeys.DEFAULT_PRIORITY),
            section.find(CatalogueKeys.MAX_COST),
            section.find(CatalogueKeys.MAX_LATENCY_MS).map(Duration::ofMillis)));
  }

  private Set<ModelId> allowedModels(Section section) {
    return section.list("allowed_models").stream()
        .flatMap(
            entry ->
                entry.value(CatalogueKeys.ALLOWED_MODELS.type()).stream()
                    .filter(id -> isKnown(id, entry)))
        .collect(Collectors.toUnmodifiableSet());
  }

  private boolean isKnown(ModelId id, Entry entry) {
    if (!models.contains(id)) {
      String known = models.stream().sorted().map(ModelId::value).collect(Collectors.joining(", "));
      entry.refuse("'" + id + "' is not allowed: one of the models " + known);
    }
    return models.contains(id);
  }
}
