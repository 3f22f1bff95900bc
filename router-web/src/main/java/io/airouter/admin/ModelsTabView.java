package io.airouter.admin;

import io.airouter.boundary.Analytics;
import io.airouter.boundary.Catalogue;
import io.airouter.boundary.HistoryUnavailableException;
import io.airouter.boundary.ModelView;
import io.airouter.boundary.TrafficReport;
import io.airouter.history.TrafficGroup;
import io.airouter.history.TrafficRange;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.primefaces.PrimeFaces;

/** What each model did over a range, and how it stands now. */
@Named
@RequestScoped
public class ModelsTabView {
  private static final Comparator<ModelMetricsRow> UNHEALTHY_AND_BUSY_FIRST =
      Comparator.comparingInt((ModelMetricsRow row) -> row.mark().urgency())
          .thenComparing(row -> -row.traffic().traffic().requests())
          .thenComparing(ModelMetricsRow::id);

  @Inject private Analytics analytics;
  @Inject private Catalogue catalogue;
  @Inject private InstantSource clock;
  @Inject private HttpServletRequest request;

  private Optional<TrafficReport> report = Optional.empty();

  @PostConstruct
  void read() {
    try {
      report = Optional.of(analytics.models(getRange()));
    } catch (HistoryUnavailableException e) {
      report = Optional.empty();
    }
  }

  /** A live update: the charts' new figures go to the page's script, which redraws in place. */
  public void refresh() {
    PrimeFaces.Ajax ajax = PrimeFaces.current().ajax();
    ajax.addCallbackParam("updated", true);
    if (isReadable()) {
      ajax.addCallbackParam("requests", getRequestsChart());
      ajax.addCallbackParam("times", getTimesChart());
    }
  }

  public TrafficRange getRange() {
    return TrafficRange.ofWord(String.valueOf(request.getParameter("range")))
        .orElse(TrafficRange.MINUTES_15);
  }

  public TrafficRange[] getRanges() {
    return TrafficRange.values();
  }

  /** What the address says and a live update says again. */
  public Map<String, String> getKept() {
    return Map.of("tab", "models", "range", getRange().word());
  }

  public boolean isReadable() {
    return report.isPresent();
  }

  public String getSource() {
    return report.map(TrafficSource::of).orElse("");
  }

  /** The models of the catalogue, and those gone of which there is history. */
  public List<ModelMetricsRow> getRows() {
    return report.stream()
        .flatMap(r -> rows(r, catalogue.models()).stream())
        .sorted(UNHEALTHY_AND_BUSY_FIRST)
        .toList();
  }

  private static List<ModelMetricsRow> rows(TrafficReport report, List<ModelView> models) {
    Map<String, TrafficGroup> groups =
        report.groups().stream().collect(Collectors.toMap(TrafficGroup::name, group -> group));
    List<ModelMetricsRow> rows = new ArrayList<>();
    for (ModelView view : models) {
      Optional<TrafficGroup> group = Optional.ofNullable(groups.get(view.model().id().value()));
      rows.add(ModelMetricsRow.of(view, group, report.window()));
    }
    Set<String> known = rows.stream().map(ModelMetricsRow::id).collect(Collectors.toSet());
    report.groups().stream()
        .filter(group -> !group.name().isEmpty() && !known.contains(group.name()))
        .forEach(group -> rows.add(ModelMetricsRow.gone(group, report.window())));
    return rows;
  }

  public List<TrafficChart.Key> getKeys() {
    return report.map(r -> TrafficChart.keys(r.groups())).orElse(List.of());
  }

  public String getRequestsChart() {
    return report.map(r -> TrafficChart.requestsByName(r.window(), r.groups())).orElse("");
  }

  public String getTimesChart() {
    return report.map(r -> TrafficChart.p95ByName(r.window(), r.groups())).orElse("");
  }

  public String getUpdatedAt() {
    return Figures.timeOfDay(clock.instant());
  }
}
