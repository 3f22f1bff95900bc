package io.airouter.nameserver;

import io.airouter.dns.DomainName;
import io.airouter.dns.RRset;
import io.airouter.dns.RecordData;
import io.airouter.dns.RecordType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The address records of a service in shares. Records of type A and AAAA carry no weight, so each
 * answer is drawn: the instance in front is picked with the chance of its weight, the next one from
 * those left, and so on. A client that takes the first address thus keeps the shares. Immutable.
 */
final class WeightedRecords {
  /** So many addresses tell a client enough; more would only push answers to TCP. */
  static final int MAX_RECORDS = 64;

  private final RRset all;
  private final List<List<RecordData>> instances;
  private final int[] weights;

  /**
   * @param shares at least one, each with at least one record of {@code type}; where all weights
   *     are 0, all instances have equal shares
   */
  WeightedRecords(DomainName name, RecordType type, int ttlSeconds, List<Share> shares) {
    this.instances = shares.stream().map(Share::records).toList();
    int[] given = shares.stream().mapToInt(Share::weight).toArray();
    this.weights =
        IntStream.of(given).sum() > 0 ? given : IntStream.of(given).map(w -> 1).toArray();
    List<Integer> asListed = IntStream.range(0, given.length).boxed().toList();
    this.all = new RRset(name, type, ttlSeconds, records(asListed));
  }

  /** All addresses, those of the instance picked for this answer first. */
  RRset draw(RandomGenerator random) {
    return instances.size() == 1
        ? all
        : new RRset(all.name(), all.type(), all.ttlSeconds(), records(order(random)));
  }

  /** All addresses as they are listed, for the Additional section. */
  RRset listed() {
    return all;
  }

  /** Picks without replacement, each in proportion to its weight among those left. */
  private List<Integer> order(RandomGenerator random) {
    int[] left = weights.clone();
    int sum = Arrays.stream(left).sum();
    List<Integer> order = new ArrayList<>(left.length);
    while (sum > 0 && order.size() < MAX_RECORDS) {
      int point = random.nextInt(sum);
      int picked = 0;
      while (point >= left[picked]) {
        point -= left[picked];
        picked++;
      }
      order.add(picked);
      sum -= left[picked];
      left[picked] = 0;
    }
    return order;
  }

  /** Instances may share an address with different ports, yet no set holds a record twice. */
  private List<RecordData> records(List<Integer> order) {
    Set<RecordData> records = new LinkedHashSet<>();
    order.forEach(instance -> records.addAll(instances.get(instance)));
    return records.stream().limit(MAX_RECORDS).toList();
  }

  /** One instance: its addresses of one family and its weight. */
  record Share(int weight, List<RecordData> records) {
    Share {
      records = List.copyOf(records);
    }
  }
}
