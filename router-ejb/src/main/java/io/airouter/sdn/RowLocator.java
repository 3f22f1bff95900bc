package io.airouter.sdn;

import io.airouter.lisp.Locator;
import java.util.Objects;

/**
 * One RLOC of a row in a controller's mapping database.
 *
 * @param id the row's own name for it, where the router leaves its {@link OwnershipMark}
 */
public record RowLocator(String id, Locator locator) {
  public RowLocator {
    Objects.requireNonNull(id);
    Objects.requireNonNull(locator);
  }

  /** All that counts for a comparison, in one spelling. */
  String text() {
    String flags =
        (locator.local() ? "L" : "")
            + (locator.probed() ? "p" : "")
            + (locator.reachable() ? "R" : "");
    boolean isUnicast =
        locator.multicastPriority() == Locator.UNUSABLE && locator.multicastWeight() == 0;
    String multicast =
        isUnicast
            ? ""
            : " multicast " + locator.multicastPriority() + "/" + locator.multicastWeight();
    return "%s %d/%d %s%s (%s)"
        .formatted(locator.rloc(), locator.priority(), locator.weight(), flags, multicast, id);
  }
}
