package io.airouter.boundary;

import io.airouter.lisp.EidPrefix;
import io.airouter.lisp.MappingRecord;
import java.util.List;
import java.util.Optional;

/**
 * What a Map-Request for an EID is answered now, and which entry it comes from.
 *
 * @param entry the entry with the longest EID-Prefix that contains it; empty where none does
 * @param reply the records of the Map-Reply (RFC 9301 §5.4), the one that answers first
 */
public record EidAnswer(EidPrefix asked, Optional<MappingView> entry, List<MappingRecord> reply) {
  public EidAnswer {
    reply = List.copyOf(reply);
  }
}
