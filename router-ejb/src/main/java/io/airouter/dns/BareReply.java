package io.airouter.dns;

import java.util.Objects;
import java.util.Optional;

/**
 * A reply without records: of its request it repeats the header, and the question and EDNS as far
 * as they were understood. It answers requests that are not well-formed queries.
 */
public record BareReply(
    QueryHeader header, Rcode rcode, Optional<Question> question, Optional<Edns> edns) {
  public BareReply {
    Objects.requireNonNull(header);
    Objects.requireNonNull(rcode);
    Objects.requireNonNull(question);
    Objects.requireNonNull(edns);
  }

  /** The twelve octets of a header and nothing else. */
  public static BareReply headerOnly(QueryHeader header, Rcode rcode) {
    return new BareReply(header, rcode, Optional.empty(), Optional.empty());
  }
}
