package io.airouter.admin;

import io.airouter.admin.LineChart.Line;
import io.airouter.history.SystemFigure;
import io.airouter.history.SystemSample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One chart of the System tab.
 *
 * @param name by which the page's script finds it
 * @param json a Chart.js configuration
 */
public record SystemChart(String name, String title, String unit, List<Key> keys, String json) {
  public SystemChart {
    keys = List.copyOf(keys);
  }

  /**
   * What a line stands for.
   *
   * @param colour the class of its colour in the legend
   */
  public record Key(String label, String colour, String now) {}

  private static final List<String> COLOURS = List.of("--series-1", "--series-2", "--series-3");
  private static final List<String> CLASSES = List.of("one", "two", "three");
  private static final double KIBI = 1024;

  private record Plan(String name, String title, String unit, double divisor, List<Series> lines) {}

  private record Series(String label, SystemFigure figure) {}

  private static final List<Plan> PLANS =
      List.of(
          new Plan(
              "processor",
              "Processor",
              "%",
              1,
              List.of(
                  new Series("host", SystemFigure.CPU_PERCENT),
                  new Series("router", SystemFigure.ROUTER_CPU_PERCENT))),
          new Plan(
              "memory",
              "Memory",
              "%",
              1,
              List.of(
                  new Series("host", SystemFigure.MEMORY_PERCENT),
                  new Series("router's heap", SystemFigure.HEAP_PERCENT))),
          new Plan(
              "network",
              "Network",
              "KiB/s",
              KIBI,
              List.of(
                  new Series("in", SystemFigure.NETWORK_RECEIVED_BYTES),
                  new Series("out", SystemFigure.NETWORK_SENT_BYTES),
                  new Series("loopback", SystemFigure.LOOPBACK_BYTES))),
          new Plan(
              "disk", "Disk", "%", 1, List.of(new Series("in use", SystemFigure.DISK_PERCENT))),
          new Plan(
              "threads",
              "JVM threads",
              "",
              1,
              List.of(new Series("platform threads", SystemFigure.THREADS))),
          new Plan(
              "collection",
              "JVM garbage collection",
              "% of time",
              1,
              List.of(new Series("collecting", SystemFigure.GC_PERCENT))));

  static List<SystemChart> of(List<SystemSample> samples) {
    return PLANS.stream().map(plan -> of(plan, samples)).toList();
  }

  private static SystemChart of(Plan plan, List<SystemSample> samples) {
    List<Instant> times = samples.stream().map(SystemSample::at).toList();
    List<Line> lines = new ArrayList<>();
    List<Key> keys = new ArrayList<>();
    for (int i = 0; i < plan.lines().size(); i++) {
      Series series = plan.lines().get(i);
      lines.add(
          new Line(
              series.label(),
              COLOURS.get(i),
              samples.stream()
                  .map(sample -> divided(sample.figure(series.figure()), plan.divisor()))
                  .toList()));
      keys.add(new Key(series.label(), CLASSES.get(i), now(series.figure(), samples)));
    }
    return new SystemChart(
        plan.name(), plan.title(), plan.unit(), keys, LineChart.of(times, lines).toString());
  }

  private static OptionalDouble divided(OptionalDouble value, double divisor) {
    return value.isPresent() ? OptionalDouble.of(value.getAsDouble() / divisor) : value;
  }

  private static String now(SystemFigure figure, List<SystemSample> samples) {
    OptionalDouble value =
        samples.isEmpty() ? OptionalDouble.empty() : samples.getLast().figure(figure);
    return value.isPresent() ? SystemTabView.text(figure, value.getAsDouble()) : Figures.NONE;
  }
}
