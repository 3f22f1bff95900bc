package io.airouter.admin;

import io.airouter.boundary.PlaneStatus;
import java.util.Map;
import java.util.stream.Collectors;

/** One plane's health on the dashboard. */
public record PlaneTile(String plane, String title, StatusMark mark, String detail) {
  static PlaneTile lisp(PlaneStatus status) {
    return of(status, "LISP map-server", countOf(status, "mappings", "mapping"));
  }

  static PlaneTile dns(PlaneStatus status) {
    return of(status, "DNS name server", status.details().getOrDefault("zone", ""));
  }

  static PlaneTile database(PlaneStatus status) {
    return new PlaneTile(
        status.plane(), "Database", mark(status), status.details().getOrDefault("detail", ""));
  }

  /** Warns already when some model has lost all its endpoints, before all models have. */
  static PlaneTile models(PlaneStatus status) {
    String lost =
        status.details().entrySet().stream()
            .filter(model -> model.getValue().startsWith("0 of"))
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(", "));
    if (!status.up() || lost.isEmpty()) {
      return new PlaneTile(
          status.plane(),
          "Models",
          mark(status),
          status.up()
              ? status.details().size() + " models serve"
              : "no endpoint of any model serves");
    }
    return new PlaneTile(
        status.plane(), "Models", StatusMark.warn("Degraded"), "no endpoint serves: " + lost);
  }

  private static PlaneTile of(PlaneStatus status, String title, String detail) {
    String address = status.details().getOrDefault("address", "");
    String shown =
        address.isEmpty() || detail.isEmpty() ? address + detail : address + " · " + detail;
    return new PlaneTile(status.plane(), title, mark(status), shown);
  }

  private static String countOf(PlaneStatus status, String key, String noun) {
    String count = status.details().getOrDefault(key, "");
    return count.isEmpty() ? "" : count + " " + noun + (count.equals("1") ? "" : "s");
  }

  private static StatusMark mark(PlaneStatus status) {
    return status.up() ? StatusMark.ok("Up") : StatusMark.bad("Down");
  }
}
