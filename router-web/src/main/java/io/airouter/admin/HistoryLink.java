package io.airouter.admin;

import io.airouter.history.TrafficWindow;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Addresses of the History page that show the very rows a figure was counted from. */
record HistoryLink(String address) {
  /** All queries of that time. */
  static HistoryLink of(TrafficWindow window) {
    return of(window.from(), window.to());
  }

  static HistoryLink of(Instant from, Instant to) {
    return new HistoryLink("history.xhtml?from=" + from + "&to=" + to);
  }

  /** Only those of that value; {@code name} is a filter of the page's. */
  HistoryLink with(String name, String value) {
    return new HistoryLink(
        address + "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
  }

  HistoryLink outcome(String word) {
    return with("outcome", word);
  }

  HistoryLink slowestFirst() {
    return with("sort", "-total_time");
  }
}
