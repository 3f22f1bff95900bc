package io.airouter.admin;

import io.airouter.api.ModelState;
import io.airouter.boundary.Catalogue;
import io.airouter.boundary.EndpointHistory;
import io.airouter.boundary.HistoryUnavailableException;
import io.airouter.history.LatencyReader.RecentLatencies;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The list of models, the unhealthy ones first; what it shows is in the URL. */
@Named
@RequestScoped
public class ModelsView {
  private static final Duration WINDOW = Duration.ofHours(1);
  private static final String STATE = "state";
  private static final Map<String, Comparator<ModelListRow>> COLUMNS =
      Map.of(
          "model",
          Comparator.comparing(ModelListRow::id),
          STATE,
          Comparator.comparing(ModelListRow::state).thenComparing(ModelListRow::id),
          "load",
          Comparator.comparingInt(ModelListRow::load),
          "requests",
          Comparator.comparingLong(row -> row.view().requestsThisMinute()),
          "p95",
          Comparator.comparingDouble(ModelListRow::p95Millis),
          "weight",
          Comparator.comparingDouble(ModelListRow::servingWeight),
          "price",
          Comparator.comparing(ModelListRow::priceInput),
          "endpoints",
          Comparator.comparingLong(ModelListRow::serving));

  @Inject private Catalogue catalogue;
  @Inject private EndpointHistory history;

  private TablePage<ModelListRow> table;
  private boolean historyReadable = true;

  /** Reads what the address asks for. */
  @PostConstruct
  void read() {
    TableRequest request = TableRequest.ofPage(STATE);
    String state = request.filter(STATE);
    RecentLatencies latencies = latencies();
    List<ModelListRow> rows =
        catalogue.models().stream()
            .map(view -> ModelListRow.of(view, latencies.of(view.model().id())))
            .filter(row -> state.isEmpty() || row.state().word().equals(state))
            .toList();
    table = TablePage.of(rows, request, COLUMNS, row -> ModelState.text(row.view()));
  }

  private RecentLatencies latencies() {
    try {
      return history.latencies(WINDOW);
    } catch (HistoryUnavailableException e) {
      historyReadable = false;
      return RecentLatencies.NONE;
    }
  }

  public TablePage<ModelListRow> getTable() {
    return table;
  }

  public boolean isHistoryReadable() {
    return historyReadable;
  }

  public List<String> getStates() {
    return Arrays.stream(ModelState.values()).map(ModelState::word).toList();
  }
}
