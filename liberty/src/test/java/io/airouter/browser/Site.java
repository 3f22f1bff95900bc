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
    boolean first = Files.exists(server.data().resolve("first-administrator.txt"));
    String name = first ? server.administratorName() : "admin";
    String password = first ? server.administratorPassword() : CHOSEN_PASSWORD;
    return new Site() {
      @Override
      public URI http() {
        return server.http();
      }

      @Override
      public String administratorName() {
        return name;
      }

      @Override
      public String administratorPassword() {
        return password;
      }
    };
  }
}
