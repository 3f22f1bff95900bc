package io.airouter.dns;

import java.util.Objects;

/**
 * A question to be put to a name server over the wire.
 *
 * @param overTcp over TCP rather than UDP
 */
public record WireQuery(DomainName name, RecordType type, boolean overTcp) {
  public WireQuery {
    Objects.requireNonNull(name);
    Objects.requireNonNull(type);
  }
}
