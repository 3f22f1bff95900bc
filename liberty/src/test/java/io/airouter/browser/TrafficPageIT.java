package io.airouter.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.RequestOptions;
import io.airouter.server.RunningServer;
import io.airouter.server.ServerExtension;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Routing analytics and model metrics after some queries; each test goes on after the one before.
 */
@ExtendWith(ServerExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TrafficPageIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final List<String> PROMPTS =
      List.of("What is 2 + 2?", "Write a poem about routers.", "Explain why the sky is blue.");
  private static final int QUERIES = 24;

  private static Visit visit;
  private static Page page;
  private static String http;

  @BeforeAll
  static void signInAndAsk(RunningServer server) {
    visit = Visit.asAdministrator(server);
    page = visit.page();
    http = server.http().toString();
    for (int i = 0; i < QUERIES; i++) {
      Map<String, Object> query =
          Map.of(
              "query", PROMPTS.get(i % PROMPTS.size()), "source_eid", "10." + (1 + i % 3) + ".0.5");
      page.request().post(http + "/route", RequestOptions.create().setData(query));
    }
    await("routing?range=15m", QUERIES);
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
  void theRoutingTabShowsRatesAndPercentilesByModelEndpointAndClass() {
    visit.open("/monitoring.xhtml");
    page.click(".tabs >> text=Routing analytics");
    assertThat(page.locator(".charts canvas")).hasCount(2);
    assertThat(page.locator("tr[data-group]").first()).containsText("ms");
    page.click("nav[aria-label='Group by'] >> text=class");
    assertThat(page.locator("tr[data-group='fast-response']")).containsText("%");
    page.click("nav[aria-label='Group by'] >> text=endpoint");
    assertThat(page.locator("tr[data-group]").first()).containsText("ms");
    page.click("#interval-details summary");
    assertThat(page.locator("#interval-details tbody tr").first()).isVisible();
    Screenshots.take(page, "monitoring-routing");
  }

  @Test
  @Order(2)
  void aLiveUpdateKeepsTabRangeAndGroups() {
    visit.open("/monitoring.xhtml?tab=routing&range=1h&by=endpoint");
    String before = page.locator("#updated .quiet").textContent();
    assertThat(page.locator("#updated"))
        .not()
        .containsText(before, new ContainsTextOptions().setTimeout(PATIENCE.toMillis()));
    assertThat(page.locator("#source")).containsText("1 h");
    assertThat(page.locator("thead").first()).containsText("endpoint");
    page.click("#pause");
    assertThat(page.locator("#updated")).containsText("Paused");
  }

  @Test
  @Order(3)
  void theModelsTabShowsTokensCostAndLoadAndANumberLeadsToItsQueries() {
    visit.open("/monitoring.xhtml?tab=models");
    assertThat(page.locator("tr[data-model='claude-3']")).isVisible();
    assertThat(page.locator("tr[data-model='gpt-4']")).containsText("serving");
    assertThat(page.locator(".charts canvas")).hasCount(2);
    Screenshots.take(page, "monitoring-models");
    assertThat(page.locator("tr[data-model='gpt-4'] .number a").first())
        .hasAttribute("href", Pattern.compile("history\\.xhtml\\?from=.*&to=.*&model=gpt-4"));
  }

  @Test
  @Order(4)
  void longRangesComeFromTheRollupsWhichAreMadeWithinAMinuteOrTwo() {
    JsonObject day = await("models?range=24h", QUERIES);
    Assertions.assertThat(day.getString("source")).isEqualTo("rollups");
    Assertions.assertThat(day.getJsonNumber("percentile_error").doubleValue()).isEqualTo(0.01);
    visit.open("/monitoring.xhtml?tab=routing&range=24h&by=class");
    assertThat(page.locator("#source")).containsText("hourly sums");
    assertThat(page.locator("tr[data-group='fast-response']")).containsText("%");
  }

  @Test
  @Order(5)
  void anUnknownRangeIsRefusedWithTheList() {
    APIResponse refused = page.request().get(http + "/api/v1/monitoring/routing?range=2y");
    Assertions.assertThat(refused.status()).isEqualTo(422);
    Assertions.assertThat(refused.text()).contains("'range' must be one of 15m, 1h, 6h, 24h");
    Assertions.assertThat(page.request().get(http + "/api/v1/monitoring/routing?by=colour").text())
        .contains("'by' must be one of model, endpoint, class");
  }

  /** Asks until so many requests are counted; the history is written behind the queries. */
  private static JsonObject await(String what, int requests) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> json(page.request().get(http + "/api/v1/monitoring/" + what)),
            answer -> answer.getJsonObject("total").getInt("requests") >= requests);
  }

  private static JsonObject json(APIResponse response) {
    try (JsonReader reader = Json.createReader(new StringReader(response.text()))) {
      return reader.readObject();
    }
  }
}
