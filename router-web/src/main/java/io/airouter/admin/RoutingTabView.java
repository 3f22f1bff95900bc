package io.airouter.admin;

import io.airouter.boundary.Analytics;
import io.airouter.boundary.HistoryUnavailableException;
import io.airouter.boundary.TrafficReport;
import io.airouter.history.Traffic;
import io.airouter.history.TrafficDimension;
import io.airouter.history.TrafficRange;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.primefaces.PrimeFaces;

/** How routing went over a range: charts of the whole, a table by model, endpoint or class. */
@Named
@RequestScoped
public class RoutingTabView {
  @Inject private Analytics analytics;
  @Inject private InstantSource clock;
  @Inject private HttpServletRequest request;

  private Optional<TrafficReport> report = Optional.empty();

  @PostConstruct
  void read() {
    try {
      report = Optional.of(analytics.traffic(getRange(), getBy()));
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

  public TrafficDimension getBy() {
    return TrafficDimension.ofWord(String.valueOf(request.getParameter("by")))
        .orElse(TrafficDimension.MODEL);
  }

  public TrafficDimension[] getDimensions() {
    return TrafficDimension.values();
  }

  /** What the address says and a live update says again. */
  public Map<String, String> getKept() {
    return Map.of("tab", "routing", "range", getRange().word(), "by", getBy().word());
  }

  public boolean isReadable() {
    return report.isPresent();
  }

  /** Where the figures come from and how exact they are. */
  public String getSource() {
    return report.map(TrafficSource::of).orElse("");
  }

  public TrafficRow getTotal() {
    return report
        .map(
            r ->
                new TrafficRow(
                    "all", r.total().traffic(), TrafficRow.Links.of(HistoryLink.of(r.window()))))
        .orElseThrow();
  }

  public List<TrafficRow> getRows() {
    return report.stream()
        .flatMap(r -> r.groups().stream().map(g -> TrafficRow.of(g, r.window(), r.by())))
        .toList();
  }

  /** The intervals in which something was asked, newest first: the charts in words. */
  public List<TrafficRow> getIntervals() {
    List<TrafficRow> rows = new ArrayList<>();
    report.ifPresent(
        r -> {
          List<Traffic> series = r.total().series();
          for (int i = series.size() - 1; i >= 0; i--) {
            if (series.get(i).requests() > 0) {
              rows.add(TrafficRow.of(r.window(), i, series.get(i)));
            }
          }
        });
    return rows;
  }

  public String getRequestsChart() {
    return report.map(r -> TrafficChart.requests(r.window(), r.total().series())).orElse("");
  }

  public String getTimesChart() {
    return report.map(r -> TrafficChart.times(r.window(), r.total().series())).orElse("");
  }

  public String getUpdatedAt() {
    return Figures.timeOfDay(clock.instant());
  }
}
