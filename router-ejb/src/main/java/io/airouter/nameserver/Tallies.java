package io.airouter.nameserver;

import io.airouter.dns.DnsResponse;
import io.airouter.dns.Rcode;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** One counter for each {@link Tally}. Any thread counts; a reading is not of one instant. */
final class Tallies {
  private static final Map<Rcode, Tally> BY_RCODE =
      Map.of(
          Rcode.NOERROR, Tally.NOERROR,
          Rcode.NXDOMAIN, Tally.NXDOMAIN,
          Rcode.REFUSED, Tally.REFUSED,
          Rcode.FORMERR, Tally.FORMERR,
          Rcode.NOTIMP, Tally.NOTIMP,
          Rcode.NOTAUTH, Tally.NOTAUTH,
          Rcode.BADVERS, Tally.BADVERS);

  private final Map<Tally, LongAdder> adders = new EnumMap<>(Tally.class);

  Tallies() {
    for (Tally tally : Tally.values()) {
      adders.put(tally, new LongAdder());
    }
  }

  void count(Tally tally) {
    adders.get(tally).increment();
  }

  void outcome(DnsResponse response) {
    boolean nodata = response.rcode().equals(Rcode.NOERROR) && response.answers().isEmpty();
    count(nodata ? Tally.NODATA : tally(response.rcode()));
  }

  void refusal(Rcode rcode) {
    count(tally(rcode));
  }

  Map<String, Long> counters() {
    Map<String, Long> counters = new LinkedHashMap<>();
    adders.forEach((tally, adder) -> counters.put(tally.word(), adder.sum()));
    return Map.copyOf(counters);
  }

  private static Tally tally(Rcode rcode) {
    return BY_RCODE.getOrDefault(rcode, Tally.SERVFAIL);
  }
}
