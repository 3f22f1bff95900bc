package io.airouter.admin;

import java.util.List;

/**
 * One tab of the Monitoring page; a new one is one line here and a fragment.
 *
 * @param word the {@code tab} of the address; its fragment is named so too
 * @param icon a PrimeIcons name without its prefix
 */
public record MonitoringTab(String word, String label, String icon) {
  static final List<MonitoringTab> ALL =
      List.of(
          new MonitoringTab("system", "System", "server"),
          new MonitoringTab("routing", "Routing analytics", "directions"),
          new MonitoringTab("models", "Model metrics", "box"),
          new MonitoringTab("alerts", "Alerts", "bell"));

  public String fragment() {
    return "/WEB-INF/monitoring/" + word + ".xhtml";
  }

  /** The tab of that word, or the first. */
  static MonitoringTab of(String word) {
    return ALL.stream().filter(tab -> tab.word().equals(word)).findFirst().orElse(ALL.getFirst());
  }
}
