package io.airouter.admin;

import io.airouter.sdn.ControllerState.ComparedRow;

/** One mapping at a controller, wanted beside installed. */
public record SdnMappingRow(
    String eid,
    String model,
    StatusMark mark,
    String step,
    String desired,
    String installed,
    String note) {

  static SdnMappingRow of(ComparedRow row) {
    return new SdnMappingRow(
        row.eid(),
        row.model(),
        mark(row.drift()),
        row.step(),
        row.desired(),
        row.installed(),
        row.note());
  }

  private static StatusMark mark(String drift) {
    return switch (drift) {
      case "in_sync" -> StatusMark.ok("In sync");
      case "missing" -> StatusMark.warn("Missing");
      case "altered" -> StatusMark.bad("Altered");
      case "stale" -> StatusMark.warn("Stale");
      default -> StatusMark.idle("Foreign");
    };
  }

  /** Whether both sides are shown and differ. */
  public boolean isDifferent() {
    return !desired.equals(installed) && !mark.level().equals("idle");
  }
}
