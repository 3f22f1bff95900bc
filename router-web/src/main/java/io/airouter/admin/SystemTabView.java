package io.airouter.admin;

import io.airouter.boundary.Monitoring;
import io.airouter.history.SystemFigure;
import io.airouter.history.SystemSample;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.primefaces.PrimeFaces;

/** How this node fares: its charts, and beside them the same figures as tables. */
@Named
@RequestScoped
public class SystemTabView {
  private static final int SAMPLES = 60;
  private static final int ROWS = 20;

  @Inject private Monitoring monitoring;
  @Inject private InstantSource clock;
  @Inject private HttpServletRequest request;

  private List<SystemSample> samples = List.of();

  @PostConstruct
  void read() {
    samples = monitoring.system(getRange().length(), SAMPLES);
  }

  /** A live update: the charts' new figures go to the page's script, which redraws in place. */
  public void refresh() {
    PrimeFaces.Ajax ajax = PrimeFaces.current().ajax();
    ajax.addCallbackParam("updated", true);
    getCharts().forEach(chart -> ajax.addCallbackParam(chart.name(), chart.json()));
  }

  public List<SystemChart> getCharts() {
    return SystemChart.of(samples);
  }

  public TimeRange getRange() {
    return TimeRange.of(String.valueOf(request.getParameter("range")));
  }

  public List<TimeRange> getRanges() {
    return TimeRange.ALL;
  }

  /** What the address says and a live update says again. */
  public Map<String, String> getKept() {
    return Map.of("tab", "system", "range", getRange().word());
  }

  public String getNode() {
    return monitoring.node();
  }

  public boolean isSampled() {
    return !samples.isEmpty();
  }

  public String getUpdatedAt() {
    return Figures.timeOfDay(clock.instant());
  }

  /** Each figure: now, and over the whole range. */
  public List<SummaryRow> getSummary() {
    return Arrays.stream(SystemFigure.values())
        .map(figure -> SummaryRow.of(figure, samples))
        .filter(row -> !row.now().isEmpty())
        .toList();
  }

  /** The newest samples behind the charts, newest first. */
  public List<SampleRow> getRows() {
    return samples.reversed().stream().limit(ROWS).map(SampleRow::of).toList();
  }

  /** One figure over the range. */
  public record SummaryRow(
      String name, String description, String now, String mean, String least, String most) {
    static SummaryRow of(SystemFigure figure, List<SystemSample> samples) {
      double[] values =
          samples.stream()
              .map(sample -> sample.figure(figure))
              .flatMapToDouble(OptionalDouble::stream)
              .toArray();
      if (values.length == 0) {
        return new SummaryRow(figure.word(), figure.description(), "", "", "", "");
      }
      return new SummaryRow(
          figure.word(),
          figure.description(),
          text(figure, values[values.length - 1]),
          text(figure, Arrays.stream(values).average().orElseThrow()),
          text(figure, Arrays.stream(values).min().orElseThrow()),
          text(figure, Arrays.stream(values).max().orElseThrow()));
    }
  }

  /** One point of the charts in words. */
  public record SampleRow(String at, List<String> values) {
    private static final List<SystemFigure> COLUMNS =
        List.of(
            SystemFigure.CPU_PERCENT,
            SystemFigure.ROUTER_CPU_PERCENT,
            SystemFigure.MEMORY_PERCENT,
            SystemFigure.HEAP_USED_BYTES,
            SystemFigure.DISK_PERCENT,
            SystemFigure.NETWORK_RECEIVED_BYTES,
            SystemFigure.NETWORK_SENT_BYTES,
            SystemFigure.LOOPBACK_BYTES,
            SystemFigure.THREADS,
            SystemFigure.GC_PERCENT);

    static SampleRow of(SystemSample sample) {
      return new SampleRow(
          Figures.timeOfDay(sample.at()),
          COLUMNS.stream()
              .map(
                  figure -> {
                    OptionalDouble value = sample.figure(figure);
                    return value.isPresent() ? text(figure, value.getAsDouble()) : Figures.NONE;
                  })
              .toList());
    }
  }

  static String text(SystemFigure figure, double value) {
    return switch (figure.unit()) {
      case PERCENT -> Figures.share(Math.round(value * 10), 1000);
      case BYTES -> Figures.bytes(value);
      case BYTES_PER_SECOND -> Figures.bytes(value) + "/s";
      case COUNT -> Figures.count(Math.round(value));
    };
  }
}
