package io.airouter.admin;

import io.airouter.query.TestCallResult;
import java.time.Duration;
import java.util.Locale;

/** What came of a test call, as a page shows it. */
public record TestCallView(TestCallResult result) {

  public StatusMark mark() {
    return result.isAnswered()
        ? StatusMark.ok("Answered")
        : StatusMark.bad(
            switch (result.outcome()) {
              case CONNECT -> "No connection";
              case TIMEOUT -> "Too slow";
              case STATUS, REJECTED -> "Refused";
              case RUBBISH -> "Not the dialect";
              case CUT -> "Cut off";
              case ANSWERED -> "Answered";
            });
  }

  public String endpoint() {
    return result.endpoint().value();
  }

  public String status() {
    return result.status().isPresent() ? "HTTP " + result.status().getAsInt() : "no HTTP status";
  }

  public String latency() {
    return millis(result.latency());
  }

  public String firstContent() {
    return result.firstContent().map(TestCallView::millis).orElse(Figures.NONE);
  }

  public String tokens() {
    String counted = result.usage().estimated() ? " (counted by the router)" : "";
    return String.format(
        Locale.ROOT,
        "%,d in, %,d out%s",
        result.usage().inputTokens(),
        result.usage().outputTokens(),
        counted);
  }

  public boolean answered() {
    return result.isAnswered();
  }

  public String text() {
    return result.isAnswered() ? result.answer() : result.error();
  }

  private static String millis(Duration duration) {
    return Figures.millis(duration.toNanos() / 1e6);
  }
}
