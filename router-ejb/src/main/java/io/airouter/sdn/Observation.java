package io.airouter.sdn;

import io.airouter.lisp.EidPrefix;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * What a controller holds: the EIDs of all rows written northbound, and the content of those that
 * the router may have written.
 */
public record Observation(SequencedSet<EidPrefix> eids, Map<EidPrefix, MappingRow> rows) {
  public Observation {
    eids = new LinkedHashSet<>(eids);
    rows = Map.copyOf(rows);
  }

  Optional<MappingRow> row(EidPrefix eid) {
    return Optional.ofNullable(rows.get(eid));
  }
}
