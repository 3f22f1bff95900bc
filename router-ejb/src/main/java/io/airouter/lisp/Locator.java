package io.airouter.lisp;

import java.util.Comparator;
import java.util.Objects;

/**
 * One location of a mapping (RFC 9301 §5.4): an RLOC and how traffic is shared onto it. Ordered by
 * address, as RFC 9301 §5.5 orders a Locator-Set.
 *
 * @param priority 0..255, lower first; {@link #UNUSABLE} must not be used
 * @param weight 0..255, the share among Locators of equal priority
 * @param multicastPriority 0..255, {@link #UNUSABLE} for unicast only
 * @param multicastWeight 0..255
 * @param local L: the RLOC is one of the sender's own
 * @param probed p: a Map-Reply to a probe of this RLOC
 * @param reachable R: the RLOC is up from the sender's view
 * @param rloc where
 */
public record Locator(
    int priority,
    int weight,
    int multicastPriority,
    int multicastWeight,
    boolean local,
    boolean probed,
    boolean reachable,
    LispAddress rloc)
    implements Comparable<Locator> {
  /** The priority of a Locator that must not be used. */
  public static final int UNUSABLE = 255;

  private static final Comparator<Locator> ORDER =
      Comparator.comparing(Locator::rloc)
          .thenComparingInt(Locator::priority)
          .thenComparingInt(Locator::weight)
          .thenComparingInt(Locator::multicastPriority)
          .thenComparingInt(Locator::multicastWeight)
          .thenComparing(Locator::local)
          .thenComparing(Locator::probed)
          .thenComparing(Locator::reachable);

  public Locator {
    requireOctet(priority, "priority");
    requireOctet(weight, "weight");
    requireOctet(multicastPriority, "multicast priority");
    requireOctet(multicastWeight, "multicast weight");
    Objects.requireNonNull(rloc);
  }

  /** A reachable Locator of unicast traffic, as a proxy states it: neither local nor probed. */
  public static Locator unicast(int priority, int weight, LispAddress rloc) {
    return new Locator(priority, weight, UNUSABLE, 0, false, false, true, rloc);
  }

  /** Whether unicast traffic may go here. */
  public boolean isUsable() {
    return priority != UNUSABLE && reachable;
  }

  @Override
  public int compareTo(Locator other) {
    return ORDER.compare(this, other);
  }

  private static void requireOctet(int value, String name) {
    if (value < 0 || value > 255) {
      throw new IllegalArgumentException(name + " " + value + " is not in 0..255");
    }
  }
}
