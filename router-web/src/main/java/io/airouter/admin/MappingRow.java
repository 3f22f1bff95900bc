package io.airouter.admin;

import io.airouter.boundary.MappingView;
import io.airouter.lisp.Locator;
import io.airouter.model.ModelId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One entry of the mapping database in the table.
 *
 * @param ttl how long an ITR may cache it
 * @param left until the last registration runs out; a dash where it stands without one
 */
public record MappingRow(
    String eid,
    String model,
    StatusMark mark,
    String origin,
    List<LocatorRow> locators,
    String age,
    String ttl,
    String left,
    MappingView view) {

  static MappingRow of(MappingView view, Instant now) {
    return new MappingRow(
        view.mapping().eid().toString(),
        view.model().map(ModelId::value).orElse(""),
        mark(view.mapping().locators()),
        view.mapping().origin().word(),
        view.mapping().locators().stream().map(LocatorRow::of).toList(),
        Figures.age(Duration.between(view.mapping().since(), now)),
        Figures.age(Duration.ofMinutes(view.mapping().ttlMinutes())),
        view.expiresAt().map(at -> Figures.age(Duration.between(now, at))).orElse(Figures.NONE),
        view);
  }

  static StatusMark mark(List<Locator> locators) {
    long usable = locators.stream().filter(Locator::isUsable).count();
    if (usable == 0) {
      return StatusMark.bad("No locator");
    }
    return usable < locators.size()
        ? StatusMark.warn(usable + " of " + locators.size() + " usable")
        : StatusMark.ok(Figures.count(usable, "locator"));
  }

  /** One RLOC. */
  public record LocatorRow(String rloc, int priority, int weight, StatusMark mark) {
    static LocatorRow of(Locator locator) {
      return new LocatorRow(
          locator.rloc().toString(),
          locator.priority(),
          locator.weight(),
          locator.isUsable() ? StatusMark.ok("Usable") : StatusMark.bad("Not used"));
    }
  }
}
