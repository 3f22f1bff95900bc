package io.airouter.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The lines a newcomer reads when the router is ready. */
record Welcome(LaunchSettings settings, boolean simulated) {
  void print(PrintStream out, Duration taken) throws IOException {
    URI server = settings.server();
    out.println();
    out.printf("The router is ready (%d s).%n", taken.toSeconds());
    line(out, "Pages", server.toString());
    line(out, "API", server.resolve("route") + " and " + server.resolve("v1/chat/completions"));
    line(out, "API pages", server.resolve("docs/").toString());
    line(out, "DNS", settings.bind() + " port " + settings.port("ROUTER_DNS_PORT", 8053));
    line(out, "LISP", settings.bind() + " port " + settings.port("ROUTER_LISP_PORT", 4342));
    if (simulated) {
      int control = settings.port("ROUTER_SIMULATOR_CONTROL_PORT", 18079);
      line(out, "Simulator", "http://127.0.0.1:" + control + "/endpoints");
    }
    line(out, "Data", settings.data().toString());
    line(out, "Logs", settings.logs().toString());
    firstAdministrator(out);
    String query = "'{\"query\": \"What is 2 + 2?\"}'";
    line(out, "Try", "curl -s " + server + "route -H 'Content-Type: application/json' -d " + query);
    out.println("Ctrl-C stops everything.");
    out.println();
    out.flush();
  }

  /** Shown once: the file goes, so that the password lies nowhere in the clear. */
  private void firstAdministrator(PrintStream out) throws IOException {
    Path file = settings.data().resolve("first-administrator.txt");
    if (!Files.exists(file)) {
      return;
    }
    List<String> lines = Files.readAllLines(file);
    if (lines.size() >= 2) {
      line(out, "Sign in as", value(lines.get(0)));
      line(out, "Password", value(lines.get(1)) + "  (shown once; change it on the first sign-in)");
    }
    Files.delete(file);
  }

  private static String value(String line) {
    return line.replaceFirst("^(name|password): *", "");
  }

  private static void line(PrintStream out, String name, String value) {
    out.printf("  %-11s %s%n", name, value);
  }
}
