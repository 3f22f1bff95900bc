package io.airouter.browser;

import io.airouter.server.RunningServer;
import java.net.URI;
import java.nio.file.Files;

/** What the browser tests need of the server under test. */
interface Site {
  /** The password the tests choose in place of the first one. */
  String CHOSEN_PASSWORD = "four unrelated words here";

  URI http();

  String administratorName();

  /** The one that is right now: the first one, or after its change the chosen one. */
  String administratorPassword();

  static Site of(RunningServer server) {
    return new Site() {
      @Override
      public URI http() {
        return server.http();
      }

      @Override
      public String administratorName() {
        return isFirst() ? server.administratorName() : "admin";
      }

      @Override
      public String administratorPassword() {
        return isFirst() ? server.administratorPassword() : CHOSEN_PASSWORD;
      }

      /** The server takes the file away with the first password. */
      private boolean isFirst() {
        return Files.exists(server.data().resolve("first-administrator.txt"));
      }
    };
  }
}
