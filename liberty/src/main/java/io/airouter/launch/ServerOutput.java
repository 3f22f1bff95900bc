package io.airouter.launch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Passes the server's console on, quietly: of its text format the warnings, the errors and what the
 * router itself says; any other format as it comes. One thread reads; {@link #applicationFailed}
 * may be asked by any.
 */
final class ServerOutput {
  /** {@code [date, time zone] thread logger level message}. */
  private static final Pattern TEXT =
      Pattern.compile(
          "\\[[^,\\]]+, ([0-9]{1,2}(?::[0-9]{2}){2})[^\\]]*\\] [0-9a-f]{8} (\\S+) +([A-Z]) (.*)");

  /** The messages of Liberty that say the application will not come up. */
  private static final Pattern FAILED = Pattern.compile("CWWKZ(0002|0004|0106|0012)E");

  /** What the router logs: its lines name their level themselves. */
  private static final String ROUTER = "SystemOut";

  private static final Pattern FRAME = Pattern.compile("^\\s+(at |\\.\\.\\. )");

  private final PrintStream out;
  private volatile boolean failed;
  private boolean showing = true;

  ServerOutput(PrintStream out) {
    this.out = out;
  }

  boolean applicationFailed() {
    return failed;
  }

  /** Reads to the end of the stream. */
  void follow(InputStream console) {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(console, StandardCharsets.UTF_8));
    try (lines) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        accept(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void accept(String line) {
    failed |= FAILED.matcher(line).find();
    Matcher text = TEXT.matcher(line);
    if (!text.matches()) {
      // The rest of a message goes the way of its first line; frames of a stack are in the file.
      if (showing && !FRAME.matcher(line).find()) {
        out.println(line);
      }
      return;
    }
    if (text.group(2).equals(ROUTER)) {
      showing = true;
      out.printf("%s %s%n", text.group(1), text.group(4));
      return;
    }
    showing = isShown(text.group(2), text.group(3));
    if (showing) {
      out.printf("%s %-5s %s%n", text.group(1), level(text.group(3)), text.group(4));
    }
  }

  private static boolean isShown(String logger, String level) {
    return level.equals("E")
        || level.equals("F")
        || level.equals("W")
        || logger.startsWith("io.airouter.");
  }

  private static String level(String letter) {
    return switch (letter) {
      case "E", "F" -> "ERROR";
      case "W" -> "WARN";
      default -> "INFO";
    };
  }
}
