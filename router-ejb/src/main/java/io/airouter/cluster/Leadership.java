package io.airouter.cluster;

import java.util.Objects;
import java.util.Optional;

/** Which of the nodes runs scheduled work; answered from memory. */
public interface Leadership {
  Standing standing();

  /**
   * What this node knows of the lead.
   *
   * @param leading whether this node leads; never true on two nodes for longer than a statement of
   *     the former leader may be under way, which {@code require_leader} refuses
   * @param generation of the lead, grows with each take-over; 0 where none is known
   * @param leader the name of the node that leads; empty while the database does not answer
   */
  record Standing(boolean leading, long generation, Optional<String> leader) {
    public static final Standing UNKNOWN = new Standing(false, 0, Optional.empty());

    public Standing {
      Objects.requireNonNull(leader);
    }
  }
}
