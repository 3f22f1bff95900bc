package io.airouter.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import io.airouter.server.RunningServer;
import io.airouter.server.ServerExtension;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The pages on the mapping database and the zone: what LISP and DNS answer, and why. */
@ExtendWith(ServerExtension.class)
class PlanesPageIT {
  private static Visit visit;

  @BeforeAll
  static void signIn(RunningServer server) {
    visit = Visit.asAdministrator(server);
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
  void theEntryThatAnswersAnEidIsShownWithTheMapReply() {
    visit.open("/mappings.xhtml");
    visit.page().fill("#eid", "name:model/gpt-4");
    visit.page().click("#look-up");
    assertThat(visit.page()).hasURL(Pattern.compile(".*eid=name%3Amodel%2Fgpt-4"));
    assertThat(visit.page().locator("#eid-answer")).containsText("of origin model");
    assertThat(visit.page().locator("#mappings tr[data-eid='10.100.0.1/32']"))
        .containsText("gpt-4");
    Screenshots.take(visit.page(), "mappings");
    visit.page().click("#eid-answer >> text=See the entry");
    assertThat(visit.page().locator("h1")).containsText("name:model/gpt-4");
  }

  @Test
  void anEidThatNobodyHasIsAnsweredNegativelyAndNonsenseIsExplained() {
    visit.open("/mappings.xhtml?eid=203.0.113.9");
    assertThat(visit.page().locator("#eid-answer")).containsText("natively forward");
    visit.open("/mappings.xhtml?eid=300.1.1.1");
    assertThat(visit.page().locator("[role=alert]")).containsText("is not an EID such as");
  }

  @Test
  void aSearchIsInTheAddressAndItsCsvHasTheSameRows() {
    visit.open("/mappings.xhtml");
    visit.page().locator("h1").click();
    visit.page().keyboard().press("/");
    visit.page().keyboard().type("claude");
    visit.page().keyboard().press("Enter");
    assertThat(visit.page()).hasURL(Pattern.compile(".*[?&]q=claude.*"));
    assertThat(visit.page().locator("#mappings tbody tr")).hasCount(2);
    String csv = visit.page().request().get(visit.address("/api/v1/mappings.csv?q=claude")).text();
    Assertions.assertThat(csv.lines()).hasSize(3).first().asString().startsWith("eid_prefix,");
    visit.page().click("th >> text=EID-Prefix");
    assertThat(visit.page().locator("th[aria-sort=ascending]")).containsText("EID-Prefix");
    assertThat(visit.page()).hasURL(Pattern.compile(".*q=claude.*sort=eid.*"));
  }

  @Test
  void theServerIsAskedOverItsOwnPortAndTheWireAnswerShown() {
    visit.open("/dns.xhtml");
    visit.page().fill("#name", "_http._tcp.gpt-4.ai-workload.internal.");
    visit.page().selectOption("#type", "SRV");
    visit.page().click("#ask");
    assertThat(visit.page().locator("#dns-answer")).containsText("NOERROR");
    assertThat(visit.page().locator("#dns-answer .wire").first())
        .containsText("gpt-4-primary.ep.ai-workload.internal.");
    Screenshots.take(visit.page(), "dns");
    visit.open("/dns.xhtml?name=nobody.ai-workload.internal.&type=A");
    assertThat(visit.page().locator("#dns-answer")).containsText("NXDOMAIN");
    visit.open("/dns.xhtml?name=..&type=A");
    assertThat(visit.page().locator("[role=alert]")).isVisible();
  }
}
