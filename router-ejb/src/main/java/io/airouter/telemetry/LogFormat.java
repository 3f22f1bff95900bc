package io.airouter.telemetry;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Collectors;

/**
 * The two ways a log line is written: for machines, one JSON object; for people, level and words,
 * before which the server's console writes the time.
 */
public enum LogFormat {
  JSON {
    @Override
    Formatter formatter() {
      return new Formatter() {
        @Override
        public String format(LogRecord line) {
          return json(line, formatMessage(line)) + "\n";
        }
      };
    }
  },
  TEXT {
    @Override
    Formatter formatter() {
      return new Formatter() {
        @Override
        public String format(LogRecord line) {
          return text(line, formatMessage(line)) + "\n";
        }
      };
    }
  };

  /** Looked up once: each look-up asks the class loader. */
  private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

  abstract Formatter formatter();

  private static String json(LogRecord line, String message) {
    JsonObjectBuilder json = BUILDERS.createObjectBuilder().add("event", message);
    fields(line).forEach((name, value) -> add(json, name, value));
    trace(line).ifPresent(trace -> json.add("exception", trace));
    return json.add("logger", String.valueOf(line.getLoggerName()))
        .add("level", word(line.getLevel()).toLowerCase(Locale.ROOT))
        .add("timestamp", line.getInstant().toString())
        .build()
        .toString();
  }

  private static void add(JsonObjectBuilder json, String name, Object value) {
    switch (value) {
      case Integer number -> json.add(name, number);
      case Long number -> json.add(name, number);
      case Double number -> json.add(name, number);
      case Boolean truth -> json.add(name, truth);
      default -> json.add(name, value.toString());
    }
  }

  private static String text(LogRecord line, String message) {
    String fields =
        fields(line).entrySet().stream()
            .map(field -> " " + field.getKey() + "=" + field.getValue())
            .collect(Collectors.joining());
    String trace = trace(line).map(t -> "\n" + t).orElse("");
    return "%-5s %s%s%s".formatted(word(line.getLevel()), message, fields, trace);
  }

  private static String word(Level level) {
    if (level.intValue() >= Level.SEVERE.intValue()) {
      return "ERROR";
    }
    if (level.intValue() >= Level.WARNING.intValue()) {
      return "WARN";
    }
    return level.intValue() >= Level.INFO.intValue() ? "INFO" : "DEBUG";
  }

  private static Map<String, Object> fields(LogRecord line) {
    Object[] parameters = line.getParameters() == null ? new Object[0] : line.getParameters();
    return Arrays.stream(parameters)
        .filter(LogFields.class::isInstance)
        .map(LogFields.class::cast)
        .findFirst()
        .map(LogFields::values)
        .orElse(Map.of());
  }

  private static Optional<String> trace(LogRecord line) {
    return Optional.ofNullable(line.getThrown())
        .map(
            thrown -> {
              StringWriter text = new StringWriter();
              thrown.printStackTrace(new PrintWriter(text, true));
              return text.toString();
            });
  }
}
