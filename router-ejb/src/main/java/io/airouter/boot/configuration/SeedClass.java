package io.airouter.boot.configuration;

import io.airouter.model.IpPrefix;
import io.airouter.model.Priority;
import io.airouter.model.RoutingPolicy;
import io.airouter.model.ScoringWeights;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The workload classes that a bare EID-Prefix means, and what sets them apart. */
enum SeedClass {
  GENERAL("10.1.0.0/16"),
  FAST_RESPONSE("10.2.0.0/16"),
  COMPLEX_REASONING("10.3.0.0/16");

  private static final int LONGEST_LABEL = 63;

  private final String prefix;

  SeedClass(String prefix) {
    this.prefix = prefix;
  }

  IpPrefix prefix() {
    return IpPrefix.parse(prefix);
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Optional<ScoringWeights> weights() {
    return switch (this) {
      case GENERAL -> Optional.empty();
      case FAST_RESPONSE -> Optional.of(new ScoringWeights(0.2, 0.3, 0.1, 0.4));
      case COMPLEX_REASONING -> Optional.of(new ScoringWeights(0.7, 0.1, 0.1, 0.1));
    };
  }

  /** The class of a bare prefix: the seed's, or one called after the prefix. */
  static String nameFor(IpPrefix prefix) {
    return Stream.of(values())
        .filter(seed -> seed.prefix().equals(prefix))
        .map(SeedClass::word)
        .findFirst()
        .orElseGet(() -> named(prefix));
  }

  private static String named(IpPrefix prefix) {
    String name = "net-" + prefix.toString().replaceAll("[^0-9a-f]+", "-");
    return name.substring(0, Math.min(LONGEST_LABEL, name.length()));
  }

  /** The policy of a class that the file gives none. */
  static RoutingPolicy policy(String name) {
    Optional<ScoringWeights> weights =
        Arrays.stream(values())
            .filter(seed -> seed.word().equals(name))
            .findFirst()
            .flatMap(SeedClass::weights);
    return new RoutingPolicy(
        Set.of(), weights, Priority.MEDIUM, Optional.empty(), Optional.empty());
  }
}
