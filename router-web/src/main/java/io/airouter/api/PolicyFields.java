package io.airouter.api;

import io.airouter.model.IpPrefix;
import io.airouter.model.ModelId;
import io.airouter.model.Policy;
import io.airouter.model.Priority;
import io.airouter.model.RoutingPolicy;
import io.airouter.model.ScoringWeights;
import io.airouter.model.WorkloadClass;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Reads the scoring weights and the workload classes from the fields of a request. */
final class PolicyFields {
  private static final BigDecimal HIGHEST_COST = BigDecimal.valueOf(1_000_000);
  private static final long LONGEST_MS = 3_600_000;

  private final EditFields fields;
  private final Policy before;

  PolicyFields(EditFields fields, Policy before) {
    this.fields = fields;
    this.before = before;
  }

  /**
   * The policy.
   *
   * @param keeps whether what is left out stays; else it is refused
   * @throws ProblemException that tells all wrong fields
   */
  Policy read(boolean keeps) {
    ScoringWeights weights = before.weights();
    List<WorkloadClass> classes = before.classes();
    if (fields.has("weights")) {
      weights = weights(fields, weights);
    } else if (!keeps) {
      fields.wrong("weights", "must be given");
    }
    if (fields.has("classes")) {
      classes = classes();
    } else if (!keeps) {
      fields.wrong("classes", "must be given");
    }
    fields.close();
    return new Policy(classes, weights);
  }

  private static ScoringWeights weights(EditFields owner, ScoringWeights otherwise) {
    EditFields part = owner.part("weights");
    double capability = share(part, "capability", otherwise.capability());
    double load = share(part, "load", otherwise.load());
    double cost = share(part, "cost", otherwise.cost());
    double responseTime = share(part, "response_time", otherwise.responseTime());
    try {
      return new ScoringWeights(capability, load, cost, responseTime);
    } catch (IllegalArgumentException e) {
      owner.wrong("weights", "must hold shares whose sum is 1: " + e.getMessage());
      return otherwise;
    }
  }

  private static double share(EditFields part, String name, double otherwise) {
    return part.amount(name, BigDecimal.ONE).map(BigDecimal::doubleValue).orElse(otherwise);
  }

  private List<WorkloadClass> classes() {
    List<WorkloadClass> classes = new ArrayList<>();
    for (EditFields part : fields.list("classes")) {
      Optional<String> name = part.text("name");
      List<IpPrefix> sources = part.texts("sources", IpPrefix::parse, "an address/length");
      RoutingPolicy policy = policy(part);
      try {
        classes.add(new WorkloadClass(name.orElse(""), sources, policy));
      } catch (IllegalArgumentException e) {
        part.wrong("name", "must be a DNS label");
      }
    }
    return classes;
  }

  private static RoutingPolicy policy(EditFields part) {
    List<ModelId> models = part.texts("allowed_models", ModelId::parse, "a model's id");
    Optional<ScoringWeights> weights =
        part.isSaid("weights")
            ? Optional.of(weights(part, ScoringWeights.DEFAULT))
            : Optional.empty();
    Priority priority =
        part.word(
                "default_priority",
                Priority::ofWord,
                Arrays.stream(Priority.values()).map(Priority::word))
            .orElse(Priority.MEDIUM);
    return new RoutingPolicy(
        new HashSet<>(models),
        weights,
        priority,
        part.amount("max_cost", HIGHEST_COST),
        part.whole("max_latency_ms", 1, LONGEST_MS).map(Duration::ofMillis));
  }
}
