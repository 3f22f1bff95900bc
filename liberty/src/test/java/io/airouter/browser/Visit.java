package io.airouter.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.airouter.server.RunningServer;
import java.util.ArrayList;
import java.util.List;

/** The administrator's window, signed in; for tests of single pages. Used by one thread. */
final class Visit implements AutoCloseable {
  private static final double PATIENCE_MILLIS = 30_000;

  private final Chromium chromium;
  private final Site site;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  private Visit(Chromium chromium, Site site) {
    this.chromium = chromium;
    this.site = site;
    this.page = newWindow();
  }

  /** Opens the browser and signs in, with a new password where the first one is still in force. */
  static Visit asAdministrator(RunningServer server) {
    Visit visit = new Visit(Chromium.start(), Site.of(server));
    visit.signIn(visit.page);
    return visit;
  }

  /** A second window of its own session, signed in as well: the second operator. */
  Page secondWindow() {
    Page second = newWindow();
    signIn(second);
    return second;
  }

  /** A window of somebody else, who just signs in. */
  Page windowOf(String name, String password) {
    Page window = newWindow();
    enter(window, name, password);
    return window;
  }

  Page page() {
    return page;
  }

  /** The page's address on the server. */
  void open(String path) {
    page.navigate(address(path));
  }

  String address(String path) {
    return site.http() + path;
  }

  /** Errors on the console and uncaught ones, such as a script that the page's policy refuses. */
  List<String> complaints() {
    return complaints;
  }

  private Page newWindow() {
    BrowserContext context =
        chromium
            .browser()
            .newContext(
                new NewContextOptions().setViewportSize(Screenshots.WIDTH, Screenshots.HEIGHT));
    Page window = context.newPage();
    window.setDefaultTimeout(PATIENCE_MILLIS);
    window.onPageError(complaints::add);
    window.onConsoleMessage(
        message -> {
          if (message.type().equals("error")) {
            complaints.add(message.text());
          }
        });
    return window;
  }

  private void signIn(Page window) {
    enter(window, site.administratorName(), site.administratorPassword());
    if (window.url().contains("password.xhtml")) {
      window.fill("[id='password:current']", site.administratorPassword());
      window.fill("[id='password:fresh']", Site.CHOSEN_PASSWORD);
      window.fill("[id='password:again']", Site.CHOSEN_PASSWORD);
      window.click("[id='password:submit']");
      window.waitForURL(url -> !url.contains("password.xhtml"));
    }
  }

  private void enter(Page window, String name, String password) {
    window.navigate(address("/login.xhtml"));
    window.fill("#name", name);
    window.fill("#password", password);
    window.click("#submit");
    window.waitForURL(url -> !url.contains("login.xhtml"));
  }

  @Override
  public void close() {
    chromium.close();
  }
}
