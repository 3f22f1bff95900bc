package io.airouter.api;

import io.airouter.boundary.ModelView;
import io.airouter.boundary.ModelView.EndpointView;
import io.airouter.model.Endpoint;
import java.util.Locale;
import java.util.stream.Collectors;

/** A model's state in one word, the most urgent first. */
public enum ModelState {
  /** None of its endpoints serves. */
  UNAVAILABLE,
  /** Some of its endpoints do not serve. */
  DEGRADED,
  AVAILABLE,
  /** Taken out by the operator. */
  DISABLED;

  public static ModelState of(ModelView view) {
    if (!view.model().enabled()) {
      return DISABLED;
    }
    if (!view.available()) {
      return UNAVAILABLE;
    }
    return serving(view) < view.endpoints().size() ? DEGRADED : AVAILABLE;
  }

  /** The lower-case word used in URLs and CSV. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static long serving(ModelView view) {
    return view.endpoints().stream().filter(e -> e.endpoint().isServing()).count();
  }

  /** Which part, 0..1, of the weight of all its endpoints serves now; 0 where there is none. */
  public static double servingWeight(ModelView view) {
    int all = view.endpoints().stream().mapToInt(e -> e.endpoint().weight()).sum();
    int serving =
        view.endpoints().stream()
            .map(EndpointView::endpoint)
            .filter(Endpoint::isServing)
            .mapToInt(Endpoint::weight)
            .sum();
    return all == 0 ? 0 : (double) serving / all;
  }

  /** What a search looks at. */
  public static String text(ModelView view) {
    String endpoints =
        view.endpoints().stream()
            .map(e -> e.endpoint().id() + " " + e.endpoint().authority())
            .collect(Collectors.joining(" "));
    return String.join(
        " ",
        view.model().id().value(),
        view.model().name(),
        view.model().upstreamName(),
        view.model().dialect().word(),
        view.model().serviceEid().getHostAddress(),
        of(view).word(),
        endpoints);
  }
}
