package io.airouter.simulator;

import java.util.Locale;

/** The wire dialects an endpoint of the fleet can speak. */
public enum DialectName {
  OPENAI,
  ANTHROPIC,
  OLLAMA;

  /** The name as configuration and the control server write it. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  Dialect spokenBy(Speaker speaker) {
    return switch (this) {
      case OPENAI -> new OpenAiDialect(speaker);
      case ANTHROPIC -> new AnthropicDialect(speaker);
      case OLLAMA -> new OllamaDialect(speaker);
    };
  }
}
