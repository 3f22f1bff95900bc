package io.airouter.admin;

import io.airouter.boundary.Catalogue;
import io.airouter.boundary.History;
import io.airouter.boundary.HistoryUnavailableException;
import io.airouter.boundary.PlaneHealth;
import io.airouter.boundary.Statistics;
import io.airouter.history.HistoryBucket;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.primefaces.PrimeFaces;

/**
 * The dashboard at one moment. It holds nothing between two requests: each live update reads anew,
 * so that a page left open overnight goes on when it is looked at again.
 */
@Named
@RequestScoped
public class DashboardView {
  private static final Duration PERIOD = Duration.ofMinutes(15);
  private static final int INTERVALS = 30;
  private static final int RECENT = 10;

  @Inject private PlaneHealth planes;
  @Inject private Catalogue catalogue;
  @Inject private History history;
  @Inject private Statistics statistics;
  @Inject private InstantSource clock;

  private Instant now = Instant.EPOCH;
  private List<PlaneTile> tiles = List.of();
  private List<ModelRow> models = List.of();
  private List<QueryRow> recent = List.of();
  private List<HistoryBucket> series = List.of();
  private PeriodFigures period = new PeriodFigures("", List.of());
  private boolean historyReadable = true;

  /** Reads all that is shown. */
  @PostConstruct
  void read() {
    now = clock.instant();
    tiles =
        Stream.of(
                PlaneTile.lisp(planes.lisp()),
                PlaneTile.dns(planes.dns()),
                PlaneTile.database(planes.database()),
                PlaneTile.models(planes.models()))
            .sorted(Comparator.comparingInt(tile -> tile.mark().urgency()))
            .toList();
    models =
        catalogue.models().stream()
            .map(model -> ModelRow.of(model, now))
            .sorted(Comparator.comparingInt(row -> row.mark().urgency()))
            .toList();
    readHistory();
  }

  private void readHistory() {
    try {
      period = PeriodFigures.of(history.summary(PERIOD));
      series = history.series(PERIOD, INTERVALS);
      recent = history.recent(RECENT).stream().map(QueryRow::of).toList();
    } catch (HistoryUnavailableException e) {
      historyReadable = false;
      period = PeriodFigures.of(statistics.statistics().llm());
    }
  }

  /** A live update: the charts' new figures go to the page's script, which redraws in place. */
  public void refresh() {
    PrimeFaces.Ajax ajax = PrimeFaces.current().ajax();
    ajax.addCallbackParam("updated", true);
    ajax.addCallbackParam("requests", getRequestsChart());
    ajax.addCallbackParam("times", getTimesChart());
  }

  public List<PlaneTile> getTiles() {
    return tiles;
  }

  public List<ModelRow> getModels() {
    return models;
  }

  public List<QueryRow> getRecent() {
    return recent;
  }

  public PeriodFigures getPeriod() {
    return period;
  }

  public boolean isHistoryReadable() {
    return historyReadable;
  }

  /** The intervals in which something was asked, newest first: the charts in words. */
  public List<TrendRow> getTrend() {
    return series.reversed().stream()
        .filter(bucket -> bucket.requests() > 0)
        .map(TrendRow::of)
        .toList();
  }

  /** One interval of the charts. */
  public record TrendRow(String start, String requests, String errors, String p95) {
    static TrendRow of(HistoryBucket bucket) {
      return new TrendRow(
          Figures.timeOfDay(bucket.start()),
          Figures.count(bucket.requests()),
          Figures.count(bucket.errors()),
          Figures.millis(bucket.p95Millis()));
    }
  }

  public String getRequestsChart() {
    return TrendChart.requests(series).toString();
  }

  public String getTimesChart() {
    return TrendChart.responseTimes(series).toString();
  }

  public String getUpdatedAt() {
    return Figures.timeOfDay(now);
  }
}
