package io.airouter.telemetry;

import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;

/**
 * The router's own log: all loggers below {@code io.airouter}, to standard output, in the format
 * and from the level that the configuration names. The server's other loggers stay the server's.
 */
public final class RouterLog implements AutoCloseable {
  /** Held, because loggers are weakly referenced and would forget their level and handler. */
  private final Logger root = Logger.getLogger("io.airouter");

  private final StreamHandler handler;

  /** Takes over the loggers below {@code io.airouter} until closed. */
  public RouterLog(LogFormat format, Level level) {
    this.handler =
        new StreamHandler(System.out, format.formatter()) {
          @Override
          public synchronized void publish(LogRecord line) {
            super.publish(line);
            flush();
          }
        };
    configure(level);
  }

  private void configure(Level level) {
    try {
      handler.setEncoding(StandardCharsets.UTF_8.name());
    } catch (java.io.UnsupportedEncodingException e) {
      throw new IllegalStateException("every Java has UTF-8", e);
    }
    handler.setLevel(Level.ALL);
    root.addHandler(handler);
    root.setUseParentHandlers(false);
    root.setLevel(level);
  }

  public void level(Level level) {
    root.setLevel(level);
  }

  /** Gives the loggers back; standard output stays open. */
  @Override
  public void close() {
    handler.flush();
    root.removeHandler(handler);
    root.setUseParentHandlers(true);
  }
}
