package io.airouter.mapping;

import io.airouter.lisp.EidPrefix;
import java.util.List;
import java.util.Optional;

/**
 * All mappings at one moment, immutable: any thread reads without locking, a change makes a new
 * database by copying one path of an {@link EidTrie}.
 */
public final class MappingDatabase {
  public static final MappingDatabase EMPTY = new MappingDatabase(EidTrie.empty());

  private final EidTrie<Mapping> entries;

  private MappingDatabase(EidTrie<Mapping> entries) {
    this.entries = entries;
  }

  /** The entry of exactly that EID-Prefix. */
  public Optional<Mapping> exact(EidPrefix eid) {
    return entries.exact(eid);
  }

  /** The entry with the longest EID-Prefix that contains {@code eid}. */
  public Optional<Mapping> longestMatch(EidPrefix eid) {
    return entries.longestMatch(eid);
  }

  /**
   * The entries within {@code eid}, its own not, in the order of addresses; at most {@code cap}.
   */
  public List<Mapping> moreSpecifics(EidPrefix eid, int cap) {
    return entries.moreSpecifics(eid, cap);
  }

  /** Ordered by Instance-ID, address family and EID-Prefix. */
  public List<Mapping> all() {
    return entries.all();
  }

  public int size() {
    return entries.size();
  }

  public MappingDatabase with(Mapping mapping) {
    return new MappingDatabase(entries.with(mapping.eid(), mapping));
  }

  public MappingDatabase without(EidPrefix eid) {
    EidTrie<Mapping> changed = entries.without(eid);
    return changed == entries ? this : new MappingDatabase(changed);
  }

  /**
   * The EID-Prefix of a negative answer (RFC 9301 §8.4): the least-specific one that holds {@code
   * asked} and overlaps neither a mapping nor a configured prefix, so that no ITR's cache hides
   * either. Where a mapping or configured prefix contains {@code asked}, the answer stays within
   * the longest such one. It is {@code asked} itself where that has others within it.
   */
  public EidPrefix negativePrefix(EidPrefix asked, EidTrie<?> configured) {
    EidPrefix amongMappings = entries.gap(asked);
    EidPrefix amongConfigured = configured.gap(asked);
    return amongMappings.maskLength() > amongConfigured.maskLength()
        ? amongMappings
        : amongConfigured;
  }
}
