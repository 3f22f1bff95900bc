package io.airouter.mapping;

import io.airouter.lisp.EidPrefix;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All mappings at one moment, immutable: any thread reads, a change makes a new database. */
public final class MappingDatabase {
  public static final MappingDatabase EMPTY = new MappingDatabase(Map.of());

  private final Map<EidPrefix, Mapping> entries;

  private MappingDatabase(Map<EidPrefix, Mapping> entries) {
    this.entries = Map.copyOf(entries);
  }

  /** The entry of exactly that EID-Prefix. */
  public Optional<Mapping> exact(EidPrefix eid) {
    return Optional.ofNullable(entries.get(eid));
  }

  /** The entry with the longest EID-Prefix that contains {@code eid}. */
  public Optional<Mapping> longestMatch(EidPrefix eid) {
    return entries.values().stream()
        .filter(m -> m.eid().contains(eid))
        .max((a, b) -> Integer.compare(a.eid().maskLength(), b.eid().maskLength()));
  }

  public List<Mapping> all() {
    return List.copyOf(entries.values());
  }

  public int size() {
    return entries.size();
  }

  public MappingDatabase with(Mapping mapping) {
    Map<EidPrefix, Mapping> changed = new HashMap<>(entries);
    changed.put(mapping.eid(), mapping);
    return new MappingDatabase(changed);
  }

  public MappingDatabase without(EidPrefix eid) {
    Map<EidPrefix, Mapping> changed = new HashMap<>(entries);
    changed.remove(eid);
    return new MappingDatabase(changed);
  }
}
