package io.airouter.browser;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** Pictures of the pages: for the documentation when asked for, else beside the test's reports. */
final class Screenshots {
  static final int WIDTH = 1280;
  static final int HEIGHT = 800;

  private static final Path FOLDER =
      Boolean.getBoolean("screenshots")
          ? Path.of("..", "docs", "images")
          : Path.of("target", "screenshots");

  private Screenshots() {}

  /** The whole page, in a window that is high enough for it. */
  static void take(Page page, String name) {
    int height = ((Number) page.evaluate("document.documentElement.scrollHeight")).intValue();
    page.setViewportSize(WIDTH, Math.max(HEIGHT, height));
    takeWindow(page, name);
    page.setViewportSize(WIDTH, HEIGHT);
  }

  /** What the window shows. */
  static void takeWindow(Page page, String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
  }
}
