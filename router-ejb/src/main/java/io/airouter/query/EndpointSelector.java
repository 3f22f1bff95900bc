package io.airouter.query;

import io.airouter.model.Endpoint;
import io.airouter.table.RoutingTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * Orders a model's serving endpoints for one query: lower priority first, and within one priority
 * drawn at random, each by its weight divided by one more than its calls in flight. So idle
 * endpoints share by weight as in DNS and LISP, and a slow one gets less. Weight 0 comes after all
 * others, whatever their priority. Safe for many threads where the generator is.
 */
public final class EndpointSelector {
  private final RoutingTable table;
  private final RandomGenerator random;

  public EndpointSelector(RoutingTable table, RandomGenerator random) {
    this.table = table;
    this.random = random;
  }

  /** The first is to be called; the rest, in this order, are for falling back. */
  public List<Endpoint> order(List<Endpoint> endpoints) {
    List<Endpoint> serving = endpoints.stream().filter(Endpoint::isServing).toList();
    List<Endpoint> ordered = new ArrayList<>(serving.size());
    Map<Boolean, List<Endpoint>> byShare =
        serving.stream().collect(Collectors.partitioningBy(e -> e.weight() > 0));
    tiers(byShare.get(true)).values().forEach(tier -> draw(tier, ordered));
    tiers(byShare.get(false)).values().forEach(ordered::addAll);
    return List.copyOf(ordered);
  }

  private static Map<Integer, List<Endpoint>> tiers(List<Endpoint> endpoints) {
    return endpoints.stream()
        .collect(Collectors.groupingBy(Endpoint::priority, TreeMap::new, Collectors.toList()));
  }

  /** Draws all of the tier, one after another, without putting back. */
  private void draw(List<Endpoint> tier, List<Endpoint> ordered) {
    List<Share> shares =
        tier.stream()
            .map(e -> new Share(e, share(e)))
            .collect(Collectors.toCollection(ArrayList::new));
    while (!shares.isEmpty()) {
      double total = shares.stream().mapToDouble(Share::size).sum();
      double point = random.nextDouble() * total;
      int drawn = 0;
      while (drawn < shares.size() - 1 && point >= shares.get(drawn).size()) {
        point -= shares.get(drawn).size();
        drawn++;
      }
      ordered.add(shares.remove(drawn).endpoint());
    }
  }

  private double share(Endpoint endpoint) {
    return endpoint.weight() / (1.0 + table.load(endpoint.id()).inFlight());
  }

  /** An endpoint and its part of the draw. */
  private record Share(Endpoint endpoint, double size) {}
}
