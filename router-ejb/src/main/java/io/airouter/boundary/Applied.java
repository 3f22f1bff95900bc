package io.airouter.boundary;

import io.airouter.model.Difference;
import java.util.List;

/**
 * Edits that are kept and in effect.
 *
 * @param tableVersion of the live state that first shows all of them
 */
public record Applied(long tableVersion, List<Difference> differences) {
  public Applied {
    differences = List.copyOf(differences);
  }
}
