package io.airouter.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
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

/** One visit from the first sign-in on: each test goes on where the one before it ended. */
@ExtendWith(ServerExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BrowserIT {
  private static final double PATIENCE_MILLIS = 30_000;
  private static final Pattern DASHBOARD = Pattern.compile(".*/(dashboard\\.xhtml)?$");

  private static Chromium chromium;
  private static Site site;
  private static Page page;
  private static final List<String> complaints = new ArrayList<>();

  @BeforeAll
  static void openTheBrowser(RunningServer server) {
    chromium = Chromium.start();
    site = Site.of(server);
    BrowserContext context =
        chromium
            .browser()
            .newContext(
                new NewContextOptions().setViewportSize(Screenshots.WIDTH, Screenshots.HEIGHT));
    page = context.newPage();
    page.setDefaultTimeout(PATIENCE_MILLIS);
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          // Such as a script that the content security policy refuses.
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
  }

  @AfterAll
  static void closeTheBrowser() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @AfterEach
  void thePageComplainedOfNothing() {
    Assertions.assertThat(complaints).isEmpty();
  }

  private static void open(String path) {
    page.navigate(site.http() + path);
  }

  private static void signIn(String password) {
    page.fill("#name", site.administratorName());
    page.fill("#password", password);
    page.click("#submit");
  }

  @Test
  @Order(1)
  void whoIsNotSignedInIsAskedToAndAWrongPasswordIsRefused() {
    open("/");
    assertThat(page).hasTitle(Pattern.compile("Sign in.*"));
    Screenshots.takeWindow(page, "sign-in");
    signIn("not the password");
    assertThat(page.locator("[role=alert]")).containsText("do not match");
  }

  @Test
  @Order(2)
  void theFirstPasswordOpensNothingButItsChange() {
    open("/login.xhtml");
    signIn(site.administratorPassword());
    if (!site.administratorPassword().equals(Site.CHOSEN_PASSWORD)) {
      assertThat(page).hasURL(Pattern.compile(".*/password\\.xhtml"));
      open("/query.xhtml");
      assertThat(page).hasURL(Pattern.compile(".*/password\\.xhtml"));
      Screenshots.takeWindow(page, "password");
      changePasswordTo("too short");
      assertThat(page.locator(".problem")).containsText("12 characters");
      changePasswordTo(Site.CHOSEN_PASSWORD);
    }
    assertThat(page).hasURL(DASHBOARD);
    assertThat(page.locator(".who")).containsText(site.administratorName());
  }

  private static void changePasswordTo(String fresh) {
    page.fill("[id='password:current']", site.administratorPassword());
    page.fill("[id='password:fresh']", fresh);
    page.fill("[id='password:again']", fresh);
    page.click("[id='password:submit']");
  }

  @Test
  @Order(3)
  void whatIsMissingOrWrongIsSaidAtItsField() {
    open("/query.xhtml");
    page.fill("#source-eid", "10.1.0.999");
    page.click("#route");
    assertThat(page.locator("#prompt-problem")).containsText("what the model should answer");
    assertThat(page.locator("#source-eid-problem")).containsText("IPv4 or IPv6");
  }

  @Test
  @Order(4)
  void aRoutedQueryShowsItsAnswerItsCandidatesAndItsPath() {
    open("/query.xhtml");
    page.fill(
        "#prompt", "Explain in two sentences why an identity should not be a location, and when.");
    page.fill("#source-eid", "10.3.0.7");
    page.press("#source-eid", "Tab");
    assertThat(page.locator("#class")).containsText("complex");
    page.click("#route");
    assertThat(page.locator(".answer .text")).not().isEmpty();
    assertThat(page.locator("svg.path .node.chosen")).hasCount(1);
    assertThat(page.locator("svg.path")).containsText("10.100.0.");
    assertThat(page.locator("#path-title")).containsText("LISP + DNS");
    assertThat(page.locator(".candidates tbody tr.chosen")).hasCount(1);
    Screenshots.take(page, "query");
  }

  @Test
  @Order(5)
  void theDashboardShowsTheQueryAndLeadsToItsDecision() {
    String id = page.locator(".permanent code").textContent();
    page.click("nav >> text=Dashboard");
    assertThat(page.locator(".tile[data-plane=lisp]")).containsText("Up");
    assertThat(page.locator(".tile[data-plane=dns]")).containsText("Up");
    assertThat(page.locator(".tile[data-plane=database]")).containsText("Up");
    assertThat(page.locator("tr[data-model='gpt-4']")).containsText("Available");
    // The history is written behind the query; the page finds it by itself.
    var row = page.locator("tr[data-request='" + id + "']");
    assertThat(row).isVisible(new IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
    Screenshots.take(page, "dashboard");
    row.locator("a").click();
    assertThat(page.locator("svg.path .node.chosen")).hasCount(1);
    assertThat(page.locator(".permanent code")).hasText(id);
  }

  @Test
  @Order(6)
  void aDryRunPlansTheCallAndMakesNone() {
    open("/query.xhtml");
    page.fill("#prompt", "What is 2 + 2?");
    page.check("#dry-run");
    page.click("#route");
    assertThat(page.locator("svg.path .node.planned")).hasCount(1);
    assertThat(page.locator(".answer")).containsText("no endpoint was called");
  }

  @Test
  @Order(7)
  void aPausedDashboardStandsStillUntilItIsResumed() {
    open("/dashboard.xhtml");
    page.click("#pause");
    assertThat(page.locator("#updated")).containsText("Paused");
    page.click("#pause");
    String before = page.locator("#updated .quiet").textContent();
    assertThat(page.locator("#updated"))
        .not()
        .containsText(before, new ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
  }

  @Test
  @Order(8)
  void theDarkThemeIsRemembered() {
    page.click("[data-theme-choice=dark]");
    page.reload();
    assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    page.locator(".tile").first().waitFor();
    Screenshots.take(page, "dashboard-dark");
    page.click("[data-theme-choice=system]");
  }

  @Test
  @Order(9)
  void slashLeadsToThePromptAndTheFirstTabSkipsTheNavigation() {
    open("/query.xhtml");
    page.keyboard().press("Tab");
    assertThat(page.locator(".skip")).isFocused();
    page.locator("h1").click();
    page.keyboard().press("/");
    assertThat(page.locator("#prompt")).isFocused();
  }

  @Test
  @Order(10)
  void afterSigningOutThePagesAreClosedAgain() {
    page.click("#sign-out");
    assertThat(page).hasTitle(Pattern.compile("Sign in.*"));
    open("/dashboard.xhtml");
    assertThat(page).hasTitle(Pattern.compile("Sign in.*"));
  }
}
