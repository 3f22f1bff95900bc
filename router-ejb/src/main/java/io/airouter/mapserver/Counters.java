package io.airouter.mapserver;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** One counter for each {@link Tally}. Thread safe. */
final class Counters {
  private final LongAdder[] adders = new LongAdder[Tally.values().length];

  Counters() {
    Arrays.setAll(adders, i -> new LongAdder());
  }

  void count(Tally tally) {
    adders[tally.ordinal()].increment();
  }

  Map<String, Long> counts() {
    Map<String, Long> counts = LinkedHashMap.newLinkedHashMap(adders.length);
    for (Tally tally : Tally.values()) {
      counts.put(tally.word(), adders[tally.ordinal()].sum());
    }
    return counts;
  }
}
