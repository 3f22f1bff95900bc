package io.airouter.sdn;

import io.airouter.lisp.EidPrefix;
import io.airouter.lisp.NegativeAction;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A row of a controller's mapping database in one normal form, whichever way it was spelt: two rows
 * that mean the same are equal. Neither the order of JSON keys nor that of locators counts.
 *
 * @param ttlMinutes how long an ITR may keep it
 */
public record MappingRow(
    EidPrefix eid, long ttlMinutes, NegativeAction action, List<RowLocator> locators) {
  public MappingRow {
    Objects.requireNonNull(eid);
    Objects.requireNonNull(action);
    locators =
        locators.stream()
            .sorted(Comparator.comparing(RowLocator::locator).thenComparing(RowLocator::id))
            .toList();
  }

  /** A mapping to nowhere, such as a resolver makes up for an EID that nobody registered. */
  public boolean isNegative() {
    return locators.isEmpty();
  }

  /** All of it in one line, for comparisons, the audit and people. */
  public String text() {
    String where =
        isNegative()
            ? "nowhere (" + action.name().toLowerCase(Locale.ROOT) + ")"
            : locators.stream().map(RowLocator::text).collect(Collectors.joining(", "));
    return "ttl " + ttlMinutes + " min: " + where;
  }
}
