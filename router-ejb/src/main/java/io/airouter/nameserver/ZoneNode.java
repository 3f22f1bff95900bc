package io.airouter.nameserver;

import io.airouter.dns.RRset;
import io.airouter.dns.RecordType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * A name of the zone that exists, with its records by type. One without any is an empty
 * non-terminal: it exists because names below it do (RFC 8020). Immutable.
 *
 * @param fixed sets that are the same in each answer
 * @param drawn sets whose order is drawn anew for each answer
 * @param targets what clients of the SRV records here ask next, for the Additional section
 */
record ZoneNode(
    Map<RecordType, RRset> fixed, Map<RecordType, WeightedRecords> drawn, List<RRset> targets) {
  static final ZoneNode EMPTY_NON_TERMINAL = new ZoneNode(Map.of(), Map.of(), List.of());

  ZoneNode {
    fixed = Map.copyOf(fixed);
    drawn = Map.copyOf(drawn);
    targets = List.copyOf(targets);
  }

  static ZoneNode of(List<RRset> sets) {
    Map<RecordType, RRset> fixed = new HashMap<>();
    sets.forEach(set -> fixed.put(set.type(), set));
    return new ZoneNode(fixed, Map.of(), List.of());
  }

  boolean isEmptyNonTerminal() {
    return fixed.isEmpty() && drawn.isEmpty();
  }

  Optional<RRset> answer(RecordType type, RandomGenerator random) {
    RRset set = fixed.get(type);
    return set != null
        ? Optional.of(set)
        : Optional.ofNullable(drawn.get(type)).map(records -> records.draw(random));
  }

  List<RRset> sets() {
    return Stream.concat(
            fixed.values().stream(), drawn.values().stream().map(WeightedRecords::listed))
        .toList();
  }

  /** What goes beside an answer of that type. */
  List<RRset> additional(RecordType type) {
    return type.equals(RecordType.SRV) ? targets : List.of();
  }

  /** Both nodes' records; where both have a type, this node's. */
  ZoneNode mergedWith(ZoneNode other) {
    Map<RecordType, RRset> sets = new HashMap<>(other.fixed);
    sets.putAll(fixed);
    Map<RecordType, WeightedRecords> draws = new HashMap<>(other.drawn);
    draws.putAll(drawn);
    return new ZoneNode(sets, draws, targets.isEmpty() ? other.targets : targets);
  }
}
