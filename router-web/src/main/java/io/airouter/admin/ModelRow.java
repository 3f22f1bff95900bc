package io.airouter.admin;

import io.airouter.boundary.ModelView;
import io.airouter.model.Model;
import io.airouter.model.ModelLimits;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * One model in the dashboard's table, its endpoints below it, the unhealthy ones first.
 *
 * @param load 0..100
 */
public record ModelRow(
    String id,
    String name,
    String dialect,
    String eid,
    StatusMark mark,
    int load,
    String requests,
    String average,
    String serving,
    List<EndpointRow> endpoints) {

  static ModelRow of(ModelView view, Instant now) {
    Model model = view.model();
    List<EndpointRow> endpoints =
        view.endpoints().stream()
            .map(endpoint -> EndpointRow.of(endpoint, now))
            .sorted(Comparator.comparingInt(row -> row.mark().urgency()))
            .toList();
    long serving = view.endpoints().stream().filter(e -> e.endpoint().isServing()).count();
    return new ModelRow(
        model.id().value(),
        model.name(),
        model.dialect().word(),
        model.serviceEid().getHostAddress(),
        mark(view, serving),
        (int) Math.round(view.currentLoad() * 100),
        requests(view),
        Figures.duration(view.averageResponseTime()),
        serving + " of " + endpoints.size(),
        endpoints);
  }

  private static StatusMark mark(ModelView view, long serving) {
    if (!view.model().enabled()) {
      return StatusMark.idle("Disabled");
    }
    if (!view.available()) {
      return StatusMark.bad("Unavailable");
    }
    return serving < view.endpoints().size()
        ? StatusMark.warn("Degraded")
        : StatusMark.ok("Available");
  }

  private static String requests(ModelView view) {
    long limit = view.model().limits().requestsPerMinute();
    String requests = Figures.count(view.requestsThisMinute());
    return limit == ModelLimits.UNLIMITED ? requests : requests + " / " + Figures.count(limit);
  }
}
