package io.airouter.boot;

import java.util.List;

/**
 * Ends the server when the router cannot start, as an operator expects of a server whose one
 * application refused. The exit runs on a thread of its own: the server's shutdown waits for the
 * thread that starts the application.
 */
final class ServerExit {
  /** As sysexits.h has them. */
  static final int BAD_CONFIGURATION = 78;

  static final int UNAVAILABLE = 69;
  static final int BROKEN = 70;

  private ServerExit() {}

  /** Says why in plain lines and has the server stop; the caller throws what this returns. */
  static StartRefusedException refuse(int code, String summary, List<String> lines) {
    StringBuilder text = new StringBuilder("The router does not start: " + summary + "\n");
    lines.forEach(line -> text.append("  ").append(line).append('\n'));
    System.err.print(text);
    System.err.flush();
    Thread.ofPlatform().name("router-refused").daemon().start(() -> System.exit(code));
    return new StartRefusedException(summary);
  }
}
