package io.airouter.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.airouter.server.RunningServer;
import io.airouter.server.ServerExtension;
import io.airouter.server.Traffic;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The history and the trace of a query; users and keys on the Access page. */
@ExtendWith(ServerExtension.class)
class HistoryPageIT {
  private static Visit visit;
  private static Page page;
  private static List<String> routed;

  @BeforeAll
  static void signIn(RunningServer server) {
    routed = Traffic.route(server, "10.2.0.77", 3);
    visit = Visit.asAdministrator(server);
    page = visit.page();
  }

  @AfterAll
  static void leave() {
    if (visit != null) {
      visit.close();
    }
  }

  @Test
  void aFilterIsInTheAddressAndSurvivesAReload() {
    visit.open("/history.xhtml?range=1h");
    page.selectOption("select[name=class]", "fast-response");
    page.fill("input[name=q]", routed.getFirst());
    page.click("form.filter button[type=submit]");

    assertThat(page).hasURL(Pattern.compile(".*[?&]class=fast-response.*"));
    page.reload();
    assertThat(page.locator("select[name=class]")).hasValue("fast-response");
    assertThat(page.locator("select[name=range]")).hasValue("1h");
    assertThat(page.locator("table.history tbody tr")).hasCount(1);
    assertThat(page.locator("table.history tbody tr"))
        .hasAttribute("data-request", routed.getFirst());
  }

  @Test
  void theCsvHasTheRowsOfTheFilter() {
    visit.open("/history.xhtml?class=fast-response&sort=-total_time");
    Locator rows = page.locator("table.history tbody tr");
    rows.first().waitFor();
    page.click("[data-afresh-pause]");
    List<String> shown = rows.all().stream().map(row -> row.getAttribute("data-request")).toList();

    String csv =
        String.valueOf(
            page.evaluate(
                "async (address) => (await fetch(address)).text()",
                page.locator("a[download]").getAttribute("href")));

    List<String> ids = csv.lines().skip(1).map(line -> line.split(",", 3)[1]).toList();
    Assertions.assertThat(ids).containsAll(routed);
    Assertions.assertThat(ids.subList(0, shown.size())).isEqualTo(shown);
  }

  @Test
  void aRowLeadsToTheTraceThatKeepsItsAddress() {
    visit.open("/history.xhtml");
    Screenshots.take(page, "history");
    page.click("tr[data-request='" + routed.getFirst() + "'] a");

    assertThat(page).hasURL(Pattern.compile(".*/trace\\.xhtml\\?id=" + routed.getFirst()));
    assertThat(page.locator(".candidates tbody tr.chosen")).hasCount(1);
    assertThat(page.locator("svg.path .node.chosen")).hasCount(1);
    assertThat(page.locator("table.times rect.fill.answered")).hasCount(1);
    Screenshots.take(page, "trace");
  }

  @Test
  void whatIsNotThereOrNotUnderstoodIsSaid() {
    visit.open("/trace.xhtml?id=nobody-asked-this");
    assertThat(page.locator("h2").first()).containsText("There is no query of that id");
    visit.open("/history.xhtml?outcome=splendid");
    assertThat(page.locator("#afresh [role=alert]")).containsText("'outcome' must be one of");
    visit.open("/history.xhtml?caller=nobody");
    assertThat(page.locator("#afresh .empty")).containsText("No query in the history matches");
  }

  @Test
  void aPausedHistoryStandsStillAndGoesOnWhenItIsResumed(RunningServer server) {
    visit.open("/history.xhtml");
    page.click("[data-afresh-pause]");
    assertThat(page.locator("#live")).containsText("Paused");
    String later = Traffic.route(server, "10.2.0.78", 1).getFirst();

    page.click("[data-afresh-pause]");

    assertThat(page.locator("tr[data-request='" + later + "']")).isVisible();
  }

  @Test
  void aNewUserGetsAOneTimePasswordAndARemovedOneIsSignedOut() {
    visit.open("/access.xhtml");
    page.fill("#new-name", "ann");
    page.selectOption("#new-role", "OPERATOR");
    page.click("#create-user");
    String password = page.locator("#one-time").textContent();
    assertThat(page.locator("tr[data-user=ann]")).containsText("operator");
    Page hers = visit.windowOf("ann", password);
    Screenshots.take(page, "access");

    page.click("tr[data-user=ann] a");
    page.selectOption("#role", "VIEWER");
    page.click("#save");
    assertThat(page.locator("#said")).containsText("this counts at once");
    hers.navigate(visit.address("/access.xhtml"));
    assertThat(hers).hasTitle(Pattern.compile("403.*|Change password.*"));

    page.click("#ask-remove");
    page.click("#remove");
    assertThat(page.locator("tr[data-user=ann]")).hasCount(0);
    hers.navigate(visit.address("/dashboard.xhtml"));
    assertThat(hers).hasTitle(Pattern.compile("Sign in.*"));
  }

  @Test
  void ofTwoAdministratorsTheSecondSeesBothChanges() {
    visit.open("/access.xhtml");
    page.fill("#new-name", "bob");
    page.click("#create-user");
    page.locator("tr[data-user=bob] a").click();
    page.locator("#role").waitFor();
    Page second = visit.secondWindow();
    second.navigate(visit.address("/access.xhtml?user=bob"));
    second.selectOption("#role", "OPERATOR");
    second.click("#save");
    assertThat(second.locator("#said")).containsText("is changed");

    page.uncheck("#enabled");
    page.click("#save");

    assertThat(page.locator("#user .difference")).containsText("role operator, may sign in");
    assertThat(page.locator("#user .difference")).containsText("role viewer, may not sign in");
    page.click("#save-over");
    assertThat(page.locator("tr[data-user=bob]")).containsText("Disabled");
    visit.complaints().clear();
  }

  @Test
  void aKeyIsShownOnceAndRevokedAfterAsking() {
    visit.open("/access.xhtml");
    page.fill("#key-name", "browser test");
    page.click("#create-key");
    assertThat(page.locator("#secret")).containsText("air_");
    Locator row = page.locator("tr[data-key='browser test']");
    row.locator("text=Revoke").first().click();
    row.locator("text=Revoke for good").first().click();
    assertThat(row).containsText("Revoked");
    assertThat(page.locator("#secret")).hasCount(0);
  }
}
