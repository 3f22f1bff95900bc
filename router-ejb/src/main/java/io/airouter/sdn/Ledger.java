package io.airouter.sdn;

import io.airouter.lisp.EidPrefix;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the router remembers of its rows at one controller. Immutable.
 *
 * @param published the rows that are ours by having been written by us; with the content that was
 *     last seen as wanted, empty where none was yet
 * @param repairs when a row that somebody else had changed was put right, the latest last
 * @param resting rows that are left alone as long as the same content is wanted, with the reason
 */
public record Ledger(
    Map<EidPrefix, String> published,
    Map<EidPrefix, List<Instant>> repairs,
    Map<EidPrefix, Rest> resting) {
  /** How many repairs there may be in {@link #REPAIR_PERIOD} until the router stops to fight. */
  public static final int MAX_REPAIRS = 2;

  public static final Duration REPAIR_PERIOD = Duration.ofMinutes(10);

  /**
   * Why a row is left alone.
   *
   * @param wanted the content it is about; empty for a deletion
   * @param isContested whether somebody else keeps changing it, else the controller refused it
   */
  public record Rest(String wanted, String reason, boolean isContested) {}

  public Ledger {
    published = Map.copyOf(published);
    repairs = Map.copyOf(repairs);
    resting = Map.copyOf(resting);
  }

  /** A router that starts knows what it published, and nothing of quarrels. */
  public static Ledger of(Map<EidPrefix, String> published) {
    return new Ledger(published, Map.of(), Map.of());
  }

  /** The same quarrels, with the rows that are ours read anew. */
  public Ledger withPublished(Map<EidPrefix, String> rows) {
    return new Ledger(rows, repairs, resting);
  }

  boolean isPublished(EidPrefix eid) {
    return published.containsKey(eid);
  }

  /** The content that was last seen as wanted. */
  Optional<String> installed(EidPrefix eid) {
    return Optional.ofNullable(published.get(eid)).filter(text -> !text.isEmpty());
  }

  Optional<Rest> rest(EidPrefix eid, String wanted) {
    return Optional.ofNullable(resting.get(eid)).filter(rest -> rest.wanted().equals(wanted));
  }

  boolean isFought(EidPrefix eid, Instant now) {
    return recent(eid, now).size() >= MAX_REPAIRS;
  }

  private List<Instant> recent(EidPrefix eid, Instant now) {
    return repairs.getOrDefault(eid, List.of()).stream()
        .filter(at -> at.isAfter(now.minus(REPAIR_PERIOD)))
        .toList();
  }

  /** With that row as ours; {@code text} is empty until it was seen as wanted. */
  public Ledger with(EidPrefix eid, String text) {
    Map<EidPrefix, String> next = new HashMap<>(published);
    next.put(eid, text);
    return new Ledger(next, repairs, resting);
  }

  /** Without a row that is gone, or no longer ours. */
  public Ledger without(EidPrefix eid) {
    Map<EidPrefix, String> next = new HashMap<>(published);
    next.remove(eid);
    return new Ledger(next, repairs, resting);
  }

  /** With one more repair. */
  public Ledger repaired(EidPrefix eid, Instant now) {
    Map<EidPrefix, List<Instant>> next = new HashMap<>(repairs);
    next.put(eid, Stream.concat(recent(eid, now).stream(), Stream.of(now)).toList());
    return new Ledger(published, next, resting);
  }

  /** With a row that is left alone from now on. */
  public Ledger resting(EidPrefix eid, Rest rest) {
    Map<EidPrefix, Rest> next = new HashMap<>(resting);
    next.put(eid, rest);
    return new Ledger(published, repairs, next);
  }

  /** An operator wants every row tried again. */
  public Ledger rested() {
    return new Ledger(published, Map.of(), Map.of());
  }
}
