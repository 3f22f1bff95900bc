package io.airouter.nameserver;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.dns.DomainName;
import io.airouter.dns.RecordData;
import io.airouter.dns.RecordType;
import io.airouter.nameserver.WeightedRecords.Share;
import java.net.Inet4Address;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WeightedRecordsTest {
  private static final int DRAWS = 3_000;

  /** Chi-square at 2 degrees of freedom and p = 0.001. */
  private static final double CRITICAL = 13.8;

  private final Random random = new Random(20_26);

  @Test
  void theFirstAddressKeepsTheShares() {
    WeightedRecords records = weighted(60, 30, 10);
    Map<RecordData, Integer> first = new HashMap<>();
    for (int i = 0; i < DRAWS; i++) {
      first.merge(records.draw(random).records().getFirst(), 1, Integer::sum);
    }
    assertThat(chiSquare(first, 60, 30, 10)).isLessThan(CRITICAL);
  }

  @Test
  void theSecondAddressIsPickedFromThoseLeft() {
    WeightedRecords records = weighted(60, 30, 10);
    Map<RecordData, Integer> second = new HashMap<>();
    int drawn = 0;
    while (drawn < DRAWS) {
      List<RecordData> order = records.draw(random).records();
      if (order.getFirst().equals(address(0))) {
        second.merge(order.get(1), 1, Integer::sum);
        drawn++;
      }
    }
    assertThat(chiSquare(second, 0, 75, 25)).isLessThan(CRITICAL);
  }

  @Test
  void everyAddressIsInEachAnswer() {
    assertThat(weighted(1, 2, 97).draw(random).records())
        .containsExactlyInAnyOrder(address(0), address(1), address(2));
  }

  @Test
  void weightsOfZeroOnlyAreEqualShares() {
    WeightedRecords records = weighted(0, 0, 0);
    Map<RecordData, Integer> first = new HashMap<>();
    for (int i = 0; i < DRAWS; i++) {
      first.merge(records.draw(random).records().getFirst(), 1, Integer::sum);
    }
    assertThat(chiSquare(first, 100 / 3.0, 100 / 3.0, 100 / 3.0)).isLessThan(CRITICAL);
  }

  @Test
  void anAddressOfTwoInstancesStandsOnce() {
    List<Share> shares =
        List.of(new Share(1, List.of(address(0))), new Share(1, List.of(address(0))));
    WeightedRecords records = new WeightedRecords(DomainName.ROOT, RecordType.A, 5, shares);

    assertThat(records.draw(random).records()).containsExactly(address(0));
  }

  @Test
  void anAnswerHasSixtyFourAddressesAtMost() {
    WeightedRecords records = weighted(IntStream.range(0, 200).map(i -> 1).toArray());

    assertThat(records.draw(random).records()).hasSize(64).doesNotHaveDuplicates();
    assertThat(records.listed().records()).hasSize(64);
  }

  private static WeightedRecords weighted(int... weights) {
    List<Share> shares =
        IntStream.range(0, weights.length)
            .mapToObj(i -> new Share(weights[i], List.of(address(i))))
            .toList();
    return new WeightedRecords(DomainName.ROOT, RecordType.A, 5, shares);
  }

  private static RecordData address(int last) {
    return new RecordData.A(Inet4Address.ofLiteral("192.0.2." + last));
  }

  private static double chiSquare(Map<RecordData, Integer> seen, double... percent) {
    double sum = 0;
    for (int i = 0; i < percent.length; i++) {
      double expected = DRAWS * percent[i] / 100;
      double deviation = seen.getOrDefault(address(i), 0) - expected;
      sum += expected == 0 ? 0 : deviation * deviation / expected;
    }
    return sum;
  }
}
