package io.airouter.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows guessing down without letting strangers lock a user out. After a few failures in a row a
 * name is locked for the address they came from, for a second first and twice as long after each
 * further one, up to five minutes. Many failures from many addresses lock the name for all for two
 * seconds each, but not for an address from which it signed in lately. Knows a bounded number of
 * names and addresses and forgets the longest unused. Safe for many threads.
 */
public final class SignInThrottle {
  static final int FREE_FAILURES = 4;
  static final int FREE_FAILURES_OF_ALL = 100;
  static final Duration LONGEST = Duration.ofMinutes(5);
  static final Duration LOCK_OF_ALL = Duration.ofSeconds(2);

  private static final int MAX_ENTRIES = 10_000;
  private static final int MAX_DOUBLINGS = 16;
  private static final int NETWORK_OCTETS = 8;

  private final InstantSource clock;
  private final Map<Origin, Failures> byOrigin = new LinkedHashMap<>();
  private final Map<String, Failures> byName = new LinkedHashMap<>();
  private final Map<Origin, Boolean> trusted = new LinkedHashMap<>();

  /** A name and the network it is tried from. */
  private record Origin(String name, String network) {}

  private record Failures(int count, Instant lockedUntil) {}

  public SignInThrottle(InstantSource clock) {
    this.clock = clock;
  }

  public synchronized boolean isLocked(String name, String address) {
    Origin origin = new Origin(name, network(address));
    return isLocked(byOrigin.get(origin))
        || (isLocked(byName.get(name)) && !trusted.containsKey(origin));
  }

  private boolean isLocked(Failures known) {
    return known != null && clock.instant().isBefore(known.lockedUntil());
  }

  public synchronized void failed(String name, String address) {
    Origin origin = new Origin(name, network(address));
    int ofOrigin = countOf(byOrigin.remove(origin)) + 1;
    put(byOrigin, origin, new Failures(ofOrigin, clock.instant().plus(lockOf(ofOrigin))));
    int ofAll = countOf(byName.remove(name)) + 1;
    Duration lock = ofAll > FREE_FAILURES_OF_ALL ? LOCK_OF_ALL : Duration.ZERO;
    put(byName, name, new Failures(ofAll, clock.instant().plus(lock)));
  }

  public synchronized void succeeded(String name, String address) {
    Origin origin = new Origin(name, network(address));
    byOrigin.remove(origin);
    byName.remove(name);
    trusted.remove(origin);
    put(trusted, origin, true);
  }

  private static int countOf(Failures known) {
    return known == null ? 0 : known.count();
  }

  private static <K, V> void put(Map<K, V> entries, K key, V value) {
    entries.put(key, value);
    if (entries.size() > MAX_ENTRIES) {
      entries.remove(entries.keySet().iterator().next());
    }
  }

  private static Duration lockOf(int count) {
    if (count <= FREE_FAILURES) {
      return Duration.ZERO;
    }
    int doublings = Math.min(count - FREE_FAILURES - 1, MAX_DOUBLINGS);
    Duration lock = Duration.ofSeconds(1L << doublings);
    return lock.compareTo(LONGEST) < 0 ? lock : LONGEST;
  }

  /** Of IPv6 the first 64 bits: whoever has one address there has them all. */
  private static String network(String address) {
    try {
      InetAddress parsed = InetAddress.ofLiteral(address);
      byte[] octets = parsed.getAddress();
      return HexFormat.of()
          .formatHex(
              parsed instanceof Inet6Address ? Arrays.copyOf(octets, NETWORK_OCTETS) : octets);
    } catch (IllegalArgumentException e) {
      return address;
    }
  }
}
