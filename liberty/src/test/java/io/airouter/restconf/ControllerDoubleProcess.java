package io.airouter.restconf;

import java.io.IOException;
import java.io.InputStream;

/**
 * The double as a process beside the server: two rows that are somebody else's, one registration
 * and one row that a resolver made up. It ends when its standard input does.
 */
public final class ControllerDoubleProcess {
  private ControllerDoubleProcess() {}

  /**
   * Runs to the end of its input.
   *
   * @param arguments the port
   */
  public static void main(String[] arguments) throws IOException {
    int port = Integer.parseInt(arguments[0]);
    try (ControllerDouble controller = ControllerDouble.start(port)) {
      controller.configure(Rows.northbound("10.1.2.0/24", "branch-1", "10.20.0.2"));
      controller.configure(Rows.northbound("10.1.3.0/24", "branch-2", "10.20.0.3"));
      controller.register(Rows.registered("10.100.0.1/32", "127.0.1.9"));
      controller.register(Rows.negative("10.64.0.0/10"));
      System.out.println("SDN controller double at " + controller.url());
      awaitEnd(System.in);
    }
  }

  private static void awaitEnd(InputStream in) throws IOException {
    byte[] ignored = new byte[256];
    while (in.read(ignored) >= 0) {
      // Whatever is typed is of no interest, only its end is.
    }
  }
}
