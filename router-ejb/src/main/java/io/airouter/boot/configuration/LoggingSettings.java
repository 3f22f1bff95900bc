package io.airouter.boot.configuration;

import java.util.Objects;

/**
 * What is logged.
 *
 * @param prompts whether prompts may stand in log lines; never by default
 */
public record LoggingSettings(System.Logger.Level level, LogFormat format, boolean prompts) {
  public LoggingSettings {
    Objects.requireNonNull(level);
    Objects.requireNonNull(format);
  }
}
