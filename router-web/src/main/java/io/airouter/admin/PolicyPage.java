package io.airouter.admin;

import io.airouter.admin.WordEdit.Kind;
import io.airouter.model.Configured;
import io.airouter.model.IpPrefix;
import io.airouter.model.ModelCatalogue;
import io.airouter.model.ModelId;
import io.airouter.model.RoutingPolicy;
import io.airouter.model.ScoringWeights;
import io.airouter.model.WorkloadClass;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serial;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The routing policy: the four scoring weights to edit, the workload classes to read. */
@Named
@ViewScoped
public class PolicyPage extends Editor {
  @Serial private static final long serialVersionUID = 1;

  private Draft weights = Draft.fresh(Kind.WEIGHTS, Map.of());

  /** Opens the draft. */
  public void load() {
    reset();
  }

  @Override
  void reset() {
    weights = Draft.of(Kind.WEIGHTS, Configured.POLICY, now());
  }

  @Override
  void rebase(ModelCatalogue now) {
    weights.rebase(now);
  }

  @Override
  List<WordEdit> wanted() {
    return weights.edit().stream().toList();
  }

  public Draft getWeights() {
    return weights;
  }

  public List<ClassRow> getClasses() {
    return now().classes().stream().map(ClassRow::of).toList();
  }

  /** One workload class. */
  public record ClassRow(
      String name,
      String sources,
      String models,
      String priority,
      String weights,
      String maxCost,
      String maxLatency) {
    static ClassRow of(WorkloadClass workloadClass) {
      RoutingPolicy policy = workloadClass.policy();
      String models =
          policy.allowedModels().stream()
              .sorted()
              .map(ModelId::value)
              .collect(Collectors.joining(", "));
      return new ClassRow(
          workloadClass.name(),
          workloadClass.sources().stream()
              .map(IpPrefix::toString)
              .collect(Collectors.joining(", ")),
          models.isEmpty() ? "all" : models,
          policy.defaultPriority().word(),
          policy.weights().map(ClassRow::words).orElse("the router's"),
          policy.maxCost().map(Figures::money).orElse(Figures.NONE),
          policy.maxLatency().map(Figures::duration).orElse(Figures.NONE));
    }

    private static String words(ScoringWeights weights) {
      return "capability %s, load %s, cost %s, response time %s"
          .formatted(weights.capability(), weights.load(), weights.cost(), weights.responseTime());
    }
  }
}
