package io.airouter.admin;

import io.airouter.history.HistorySummary;
import io.airouter.history.QueryStatistics;
import java.util.List;

/** The row of figures on the dashboard, and over which time they were counted. */
public record PeriodFigures(String period, List<Figure> figures) {
  public PeriodFigures {
    figures = List.copyOf(figures);
  }

  /** One figure: what it is, how much, and what it is made of. */
  public record Figure(String label, String value, String detail, boolean alarming) {}

  static PeriodFigures of(HistorySummary summary) {
    long errors = summary.errors();
    return new PeriodFigures(
        "last 15 minutes",
        List.of(
            plain("Requests", Figures.count(summary.requests()), "last 15 minutes"),
            new Figure(
                "Errors",
                Figures.count(errors),
                Figures.share(errors, summary.requests()),
                errors > 0),
            plain(
                "p95 response",
                time(summary.p95Millis()),
                summary.requests() == 0 ? "" : "median " + time(summary.p50Millis())),
            tokens(summary.inputTokens(), summary.outputTokens()),
            plain("Cost", Figures.money(summary.cost()), "by the models' prices")));
  }

  /** What the router counted in memory, for when the history cannot be read. */
  static PeriodFigures of(QueryStatistics statistics) {
    long failed = statistics.failed();
    return new PeriodFigures(
        "since start",
        List.of(
            plain("Requests", Figures.count(statistics.totalQueries()), "since start"),
            new Figure(
                "Errors",
                Figures.count(failed),
                Figures.share(failed, statistics.totalQueries()),
                failed > 0),
            plain("Mean response", time(statistics.averageMillis()), "p95 needs the database"),
            tokens(statistics.inputTokens(), statistics.outputTokens()),
            plain("Cost", Figures.money(statistics.cost()), "by the models' prices")));
  }

  private static Figure tokens(long input, long output) {
    return plain(
        "Tokens",
        Figures.count(input + output),
        Figures.count(input) + " in · " + Figures.count(output) + " out");
  }

  private static String time(double millis) {
    return millis == 0 ? Figures.NONE : Figures.millis(millis);
  }

  private static Figure plain(String label, String value, String detail) {
    return new Figure(label, value, detail, false);
  }
}
