package io.airouter.api;

import io.airouter.boundary.Catalogue;
import io.airouter.boundary.EndpointHistory;
import io.airouter.boundary.HistoryUnavailableException;
import io.airouter.boundary.ModelView;
import io.airouter.history.Latency;
import io.airouter.history.LatencyReader.RecentLatencies;
import io.airouter.model.Model;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** {@code GET /models.csv}: the models as the page lists them, filtered as it is. */
@Path("/models.csv")
@RequestScoped
@RolesAllowed("viewer")
public class ModelsCsvResource {
  private static final Duration WINDOW = Duration.ofHours(1);
  private static final List<String> HEADS =
      List.of(
          "model",
          "name",
          "dialect",
          "state",
          "load",
          "p95_ms",
          "requests_this_minute",
          "serving_weight",
          "price_input",
          "price_output",
          "endpoints_serving",
          "endpoints",
          "service_eid");

  @Inject private Catalogue catalogue;
  @Inject private EndpointHistory history;

  @GET
  @Produces(Csv.MEDIA_TYPE)
  public Response csv(
      @QueryParam("q") String search, @QueryParam("state") @DefaultValue("") String state) {
    RecentLatencies latencies = latencies();
    SearchWords words = SearchWords.of(search);
    Stream<List<?>> rows =
        catalogue.models().stream()
            .filter(view -> words.match(ModelState.text(view)))
            .filter(view -> state.isEmpty() || ModelState.of(view).word().equals(state))
            .map(view -> row(view, latencies));
    return Csv.download("models.csv", HEADS, rows.iterator());
  }

  /** The figures of the history are missing, not zero, while it cannot be read. */
  private RecentLatencies latencies() {
    try {
      return history.latencies(WINDOW);
    } catch (HistoryUnavailableException e) {
      return RecentLatencies.NONE;
    }
  }

  private static List<Object> row(ModelView view, RecentLatencies latencies) {
    Model model = view.model();
    return List.of(
        model.id().value(),
        model.name(),
        model.dialect().word(),
        ModelState.of(view).word(),
        view.currentLoad(),
        latencies.of(model.id()).map(Latency::p95Millis).<Object>map(p -> p).orElse(""),
        view.requestsThisMinute(),
        ModelState.servingWeight(view),
        model.price().input(),
        model.price().output(),
        ModelState.serving(view),
        view.endpoints().size(),
        model.serviceEid().getHostAddress());
  }
}
