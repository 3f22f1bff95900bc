package io.airouter.sdn;

import io.airouter.lisp.LispAddress;

/**
 * How the router knows its own rows again in a controller's database: by the ids of their locators,
 * which all begin alike. A row without the mark is somebody else's and is never deleted.
 */
public final class OwnershipMark {
  /** What every locator-id of ours begins with. */
  public static final String PREFIX = "airouter-";

  private OwnershipMark() {}

  /** The locator-id of that RLOC, unique within a row. */
  public static String locatorId(LispAddress rloc) {
    return PREFIX + rloc.toString().replace('.', '-').replace(':', '-');
  }

  /** Whether it has locators and all of them bear the mark. */
  public static boolean isOn(MappingRow row) {
    return !row.isNegative() && row.locators().stream().allMatch(l -> l.id().startsWith(PREFIX));
  }
}
