package io.airouter.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import io.airouter.server.RunningServer;
import io.airouter.server.ServerExtension;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** The Monitoring page's tabs as an operator uses them; each test goes on after the one before. */
@ExtendWith(ServerExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MonitoringPageIT {
  private static final double PATIENCE_MILLIS = 60_000;
  private static final ContainsTextOptions PATIENTLY =
      new ContainsTextOptions().setTimeout(PATIENCE_MILLIS);
  private static final String RULE = "Threads there are";
  private static final String ROW = "tr[data-rule='threads-there-are']";

  private static Visit visit;
  private static Page page;

  @BeforeAll
  static void signIn(RunningServer server) {
    visit = Visit.asAdministrator(server);
    page = visit.page();
  }

  @AfterAll
  static void leave() {
    if (visit != null) {
      visit.close();
    }
  }

  @AfterEach
  void thePageComplainedOfNothing() {
    Assertions.assertThat(visit.complaints()).isEmpty();
  }

  @Test
  @Order(1)
  void theSystemTabShowsChartsAndTheSameFiguresAsTables() {
    visit.open("/dashboard.xhtml");
    page.click("nav >> text=Monitoring");
    assertThat(page.locator(".charts canvas")).hasCount(6);
    assertThat(page.locator("tr[data-figure='cpu_percent']"))
        .containsText("%", new ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
    assertThat(page.locator("tr[data-figure='heap_used_bytes']")).containsText("MiB");
    page.click("#sample-details summary");
    assertThat(page.locator("#sample-details tbody tr").first()).isVisible();
    Screenshots.take(page, "monitoring-system");
  }

  @Test
  @Order(2)
  void aLiveUpdateKeepsTabAndRangeAndAPauseHoldsIt() {
    visit.open("/monitoring.xhtml?tab=system&range=5m");
    assertThat(page.locator(".ranges [aria-current]")).hasText("5 min");
    String before = page.locator("#updated .quiet").textContent();
    assertThat(page.locator("#updated")).not().containsText(before, PATIENTLY);
    assertThat(page.locator("#summary-title")).containsText("5 min");
    page.click("#pause");
    assertThat(page.locator("#updated")).containsText("Paused");
  }

  @Test
  @Order(3)
  void theDefaultRulesStandOnTheAlertsTab() {
    page.click(".tabs >> text=Alerts");
    assertThat(page.locator("tr[data-rule='high-cpu']")).containsText("cpu_percent > 80 %");
    assertThat(page.locator("tr[data-rule='high-model-load']")).containsText("Watched");
  }

  @Test
  @Order(4)
  void whatIsWrongWithARuleIsSaidAtItsField() {
    page.click("text=Add a rule");
    page.fill("#threshold", "much");
    page.click("#plan");
    assertThat(page.locator("#threshold-problem")).containsText("a number");
  }

  @Test
  @Order(5)
  void aRuleIsEditedReviewedAndApplied() {
    page.fill("#name", RULE);
    page.selectOption("#metric", "threads");
    page.fill("#threshold", "1");
    page.fill("#for_seconds", "0");
    page.selectOption("#severity", "critical");
    page.click("#plan");
    assertThat(page.locator(".difference")).containsText("critical");
    page.click("#apply");
    assertThat(page.locator(ROW)).containsText("threads > 1");
  }

  @Test
  @Order(6)
  void whatFiresStandsOnTopAndIsAcknowledgedWithANote() {
    var row = page.locator("#open-table tr", new Page.LocatorOptions().setHasText(RULE));
    assertThat(row).isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
    assertThat(row).containsText("Firing");
    row.locator("text=Acknowledge").click();
    page.fill("#note", "threads are what a server is made of");
    page.click("#take");
    assertThat(page.locator("#alert")).containsText("threads are what a server is made of");
    page.click("text=All alerts");
    assertThat(row).containsText("threads are what");
    Screenshots.take(page, "monitoring-alerts");
  }

  @Test
  @Order(7)
  void theDashboardTellsOfItAndLeadsThere() {
    visit.open("/dashboard.xhtml");
    assertThat(page.locator("#firing")).containsText(RULE);
    assertThat(page.locator(".side .count")).isVisible();
    page.click("text=Look at the alerts");
    assertThat(page.locator("#open-table")).containsText(RULE);
  }

  @Test
  @Order(8)
  void aRuleThatIsRemovedEndsItsAlerts() {
    page.click(ROW + " a");
    page.click("#remove");
    assertThat(page.locator(".difference")).containsText(RULE);
    page.click("#apply");
    assertThat(page.locator(ROW)).hasCount(0, new HasCountOptions().setTimeout(PATIENCE_MILLIS));
    assertThat(page.locator("#ended-table")).containsText("disabled or removed", PATIENTLY);
  }
}
