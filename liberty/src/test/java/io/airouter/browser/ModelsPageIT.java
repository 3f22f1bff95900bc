package io.airouter.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import io.airouter.server.Planes;
import io.airouter.server.RunningServer;
import io.airouter.server.ServerExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** Models as operators list, edit, drain and test them; two of them at once. */
@ExtendWith(ServerExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ModelsPageIT {
  private static final double PATIENCE_MILLIS = 30_000;
  private static final String CLAUDE = "/model.xhtml?id=claude-3";
  private static final String PRIMARY = "claude-3-primary";

  private static Chromium chromium;
  private static Site site;
  private static Planes planes;
  private static Page page;
  private static final List<String> complaints = new ArrayList<>();

  @BeforeAll
  static void signIn(RunningServer server) {
    chromium = Chromium.start();
    site = Site.of(server);
    planes = new Planes(server);
    page = signedIn();
  }

  @AfterAll
  static void closeTheBrowser() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @AfterEach
  void noPageComplainedOfAnything() {
    Assertions.assertThat(complaints).isEmpty();
  }

  /** A window of its own, signed in; the first one of a run has to change the password. */
  private static Page signedIn() {
    NewContextOptions size =
        new NewContextOptions().setViewportSize(Screenshots.WIDTH, Screenshots.HEIGHT);
    Page fresh = chromium.browser().newContext(size).newPage();
    fresh.setDefaultTimeout(PATIENCE_MILLIS);
    fresh.onPageError(complaints::add);
    fresh.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    fresh.navigate(site.http() + "/login.xhtml");
    fresh.fill("#name", site.administratorName());
    fresh.fill("#password", planes.administratorPassword(Site.CHOSEN_PASSWORD));
    fresh.click("#submit");
    fresh.waitForURL(Pattern.compile(".*/((dashboard|password)\\.xhtml)?$"));
    if (fresh.url().endsWith("password.xhtml")) {
      fresh.fill("[id='password:current']", site.administratorPassword());
      fresh.fill("[id='password:fresh']", Site.CHOSEN_PASSWORD);
      fresh.fill("[id='password:again']", Site.CHOSEN_PASSWORD);
      fresh.click("[id='password:submit']");
      fresh.waitForURL(Pattern.compile(".*/(dashboard\\.xhtml)?$"));
    }
    return fresh;
  }

  private static Locator row(Page on, String endpoint) {
    return on.locator("tr[data-endpoint='" + endpoint + "']");
  }

  private static Locator stage(Page on, String stage) {
    return on.locator("[data-stage='" + stage + "']");
  }

  private static void type(Page on, String endpoint, String field, String value) {
    row(on, endpoint).locator("[data-field='" + field + "']").fill(value);
  }

  private static void open(Page on, String path) {
    on.navigate(site.http() + path);
  }

  private static void changeWeight(Page on, String weight) {
    type(on, PRIMARY, "weight", weight);
    on.click("#review");
    assertThat(stage(on, "review")).containsText(PRIMARY);
    on.click("#apply");
    assertThat(stage(on, "applied")).isVisible();
  }

  @Test
  @Order(1)
  void theListIsSearchedFilteredAndLeadsToAModel() {
    planes.askSomething(30);
    open(page, "/models.xhtml");
    assertThat(page.locator("tr[data-model]")).hasCount(4);
    assertThat(page.locator("tr[data-model='claude-3']")).containsText("2 of 2");
    Screenshots.take(page, "models");
    page.locator("h1").click();
    page.keyboard().press("/");
    page.keyboard().type("claude");
    page.keyboard().press("Enter");
    assertThat(page).hasURL(Pattern.compile(".*q=claude.*"));
    assertThat(page.locator("tr[data-model]")).hasCount(1);
    open(page, "/models.xhtml?state=disabled");
    assertThat(page.locator(".empty")).containsText("No model matches");
    open(page, "/models.xhtml?sort=-price");
    assertThat(page.locator("tr[data-model]").first()).containsText("gpt-4");
    page.click("tr[data-model='claude-3'] a");
    assertThat(page).hasURL(Pattern.compile(".*/model\\.xhtml\\?id=claude-3"));
  }

  @Test
  @Order(2)
  void aWeightIsReviewedAppliedInEveryPlaneAuditedAndTakenBack() {
    open(page, CLAUDE);
    type(page, PRIMARY, "weight", "55");
    page.click("#review");
    assertThat(stage(page, "review").locator("del")).hasText("70");
    assertThat(stage(page, "review").locator("ins")).hasText("55");
    Assertions.assertThat(planes.dnsWeight("claude-3", PRIMARY)).isEqualTo(70);
    page.click("#apply");
    assertThat(stage(page, "applied")).containsText("In effect in all planes");
    Assertions.assertThat(planes.dnsWeight("claude-3", PRIMARY)).isEqualTo(55);
    Assertions.assertThat(planes.audits("endpoint.changed", PRIMARY)).isOne();
    page.click("#undo");
    assertThat(stage(page, "review").locator("ins")).hasText("70");
    page.click("#apply");
    assertThat(stage(page, "applied")).isVisible();
    Assertions.assertThat(planes.dnsWeight("claude-3", PRIMARY)).isEqualTo(70);
    assertThat(row(page, PRIMARY).locator("[data-field=weight]")).hasValue("70");
  }

  @Test
  @Order(3)
  void whatCannotBeIsSaidAtItsField() {
    open(page, CLAUDE);
    type(page, PRIMARY, "weight", "101");
    page.fill("#tokens", "many");
    page.click("#review");
    assertThat(stage(page, "refused")).containsText("max_tokens");
    assertThat(page.locator(".field:has(#tokens) .problem")).containsText("whole number");
    page.fill("#tokens", "4096");
    page.click("#review");
    assertThat(stage(page, "refused")).containsText("0..100");
    open(page, "/model.xhtml?id=nobody");
    assertThat(page.locator("[role=alert]")).containsText("There is no model");
  }

  @Test
  @Order(4)
  void theSecondOfTwoEditorsSeesBothVersionsAndMayLayHisOnTheirs() {
    Page other = signedIn();
    open(page, CLAUDE);
    open(other, CLAUDE);
    changeWeight(other, "40");
    type(page, PRIMARY, "weight", "60");
    type(page, PRIMARY, "priority", "2");
    page.click("#review");
    Locator conflict = stage(page, "conflict");
    assertThat(conflict.locator("tr:has-text('weight') td"))
        .hasText(new String[] {"weight", "70", "40", "60"});
    assertThat(conflict.locator("tr:has-text('priority') .changed")).hasText("2");
    page.click("#apply-anew");
    assertThat(stage(page, "review").locator("del").first()).hasText("1");
    assertThat(stage(page, "review")).containsText("40");
    page.click("#apply");
    assertThat(stage(page, "applied")).isVisible();
    Assertions.assertThat(planes.dnsWeight("claude-3", PRIMARY)).isEqualTo(60);

    type(other, PRIMARY, "weight", "10");
    other.click("#review");
    assertThat(stage(other, "conflict")).isVisible();
    other.click("#take-theirs");
    assertThat(row(other, PRIMARY).locator("[data-field=weight]")).hasValue("60");
    other.context().close();
    page.click("#undo");
    page.click("#apply");
    assertThat(stage(page, "applied")).isVisible();
    open(page, CLAUDE);
    changeWeight(page, "70");
  }

  @Test
  @Order(5)
  void aDrainedEndpointLeavesDnsAndItsHealthTellsWhen() {
    open(page, CLAUDE);
    row(page, "claude-3-backup").locator("[data-field=state]").selectOption("draining");
    page.click("#review");
    page.click("#apply");
    assertThat(row(page, "claude-3-backup")).containsText("Draining");
    Assertions.assertThat(planes.isInDns("claude-3", "claude-3-backup")).isFalse();
    planes.awaitHealthEvent("claude-3-backup", "draining");
    open(page, CLAUDE + "&hours=1");
    Locator strip = page.locator("[data-strip='claude-3-backup']");
    strip.locator("summary").click();
    assertThat(strip.locator("tbody tr").first()).containsText("Draining");
    assertThat(strip.locator("svg rect.ok").first()).isAttached();
    row(page, "claude-3-backup").locator("[data-field=state]").selectOption("active");
    page.click("#review");
    page.click("#apply");
    assertThat(stage(page, "applied")).isVisible();
  }

  @Test
  @Order(6)
  void aTestCallShowsWhatTheEndpointAnswered() {
    open(page, "/model.xhtml?id=gpt-4");
    row(page, "gpt-4-primary").locator("[data-act=test]").click();
    Locator result = page.locator("#test-result");
    assertThat(result)
        .containsText("HTTP 200", new ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
    assertThat(result).containsText("first content after");
    Assertions.assertThat(planes.audits("endpoint.tested", "gpt-4-primary")).isOne();
    Screenshots.take(page, "model");
    page.click("[data-theme-choice=dark]");
    Screenshots.take(page, "model-dark");
    page.click("[data-theme-choice=system]");
  }

  @Test
  @Order(7)
  void anEndpointIsAddedAndRemoved() {
    open(page, "/model.xhtml?id=gpt-4");
    page.click("#add-endpoint");
    Locator fresh = page.locator("tr[data-endpoint='new']");
    fresh.locator("th input").first().fill("gpt-4-third");
    fresh.locator("[data-field=url]").fill("http://127.0.1.2:9");
    page.click("#review");
    page.click("#apply");
    assertThat(row(page, "gpt-4-third"))
        .isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
    row(page, "gpt-4-third").locator("summary").click();
    row(page, "gpt-4-third").locator("[data-field=remove]").check();
    page.click("#review");
    assertThat(stage(page, "review")).containsText("removed");
    page.click("#apply");
    assertThat(row(page, "gpt-4-third")).hasCount(0);
  }

  @Test
  @Order(8)
  void theScoringWeightsAreEditedTogether() {
    open(page, "/policy.xhtml");
    assertThat(page.locator("#classes")).containsText("complex-reasoning");
    page.fill("#weight-load", "0.9");
    page.click("#review");
    assertThat(stage(page, "refused")).containsText("add up to 1");
    page.fill("#weight-load", "0.2");
    page.fill("#weight-cost", "0.3");
    page.click("#review");
    assertThat(stage(page, "review").locator("tbody tr")).hasCount(2);
    Screenshots.take(page, "policy");
    page.click("#apply");
    assertThat(stage(page, "applied")).isVisible();
    page.click("#undo");
    page.click("#apply");
    assertThat(page.locator("#weight-load")).hasValue("0.3");
  }
}
