package io.airouter.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.airouter.restconf.ControllerDouble;
import io.airouter.restconf.Mood;
import io.airouter.restconf.Rows;
import io.airouter.server.RunningServer;
import io.airouter.server.ServerExtension;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A controller from its making to its end, on the pages. */
@ExtendWith(ServerExtension.class)
class SdnPageIT {
  private static final int PATIENCE = 60;

  private static Visit visit;
  private static ControllerDouble controller;

  @BeforeAll
  static void signIn(RunningServer server) throws Exception {
    controller = ControllerDouble.start(0);
    controller.configure(Rows.northbound("10.1.2.0/24", "branch", "10.20.0.2"));
    visit = Visit.asAdministrator(server);
  }

  @AfterAll
  static void leave() {
    if (visit != null) {
      visit.close();
    }
    controller.close();
  }

  @Test
  void aControllerIsMadeComparedPushedAndForgotten() {
    Page page = visit.page();
    visit.open("/sdn.xhtml");
    make(page);
    awaitInSync(page);
    assertThat(page.locator("#compared [data-eid='10.100.0.1/32']")).containsText("airouter-");
    visit.open("/sdn.xhtml");
    Screenshots.take(page, "sdn");

    page.click("[data-controller='odl-page'] a");
    controller.configure(Rows.northbound("10.100.0.1/32", "airouter-192-0-2-66", "192.0.2.66"));
    page.click("#plan");
    assertThat(page.locator("#planned [data-eid='10.100.0.1/32']")).containsText("Altered");
    Screenshots.take(page, "sdn-controller");
    page.click("#push");
    assertThat(page.locator("#notice")).containsText("in_sync");

    controller.setMood(Mood.FAILS);
    page.click("#test");
    assertThat(page.locator("#problem")).containsText("500");
    page.click("#remove");
    assertThat(page.locator("h1")).hasText("SDN controllers");
    assertThat(page.locator("[data-controller='odl-page']")).hasCount(0);
    Assertions.assertThat(visit.complaints()).isEmpty();
  }

  /** At first wrongly: what was typed stays, and what is allowed is told. */
  private static void make(Page page) {
    page.fill("[id='add:name']", "odl-page");
    page.fill("[id='add:url']", "ftp://nowhere");
    page.click("[id='add:submit']");
    assertThat(page.locator(".problem[role=alert]")).containsText("http(s)://");

    page.fill("[id='add:url']", controller.url().toString());
    page.fill("[id='add:username']", ControllerDouble.USERNAME);
    page.fill("[id='add:password']", ControllerDouble.PASSWORD);
    page.click("[id='add:submit']");
    assertThat(page.locator("h1")).hasText("odl-page");
  }

  private static void awaitInSync(Page page) {
    for (int i = 0; i < PATIENCE && page.locator("#state-title .status.ok").count() == 0; i++) {
      page.waitForTimeout(500);
      page.reload();
    }
    assertThat(page.locator("#state-title .status.ok")).containsText("In sync");
  }
}
