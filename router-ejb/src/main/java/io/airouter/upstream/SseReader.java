package io.airouter.upstream;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Reads server-sent events as the HTML standard (§9.2.6) says: several {@code data} lines join with
 * a line feed, comments and unknown fields are passed over, an event without data is none, and one
 * that the input's end cuts off is dropped.
 */
final class SseReader implements EventReader {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final LineReader lines;
  private boolean atStart = true;
  private String name = "";
  private final StringBuilder data = new StringBuilder();
  private boolean hasData;

  SseReader(InputStream in) {
    this.lines = new LineReader(in);
  }

  @Override
  public Optional<StreamEvent> next() throws IOException {
    Optional<String> line = lines.next();
    while (line.isPresent()) {
      if (line.get().isEmpty() && hasData) {
        return Optional.of(taken());
      }
      take(line.get());
      line = lines.next();
    }
    return Optional.empty();
  }

  private void take(String raw) throws IOException {
    String line = atStart && raw.startsWith(BYTE_ORDER_MARK) ? raw.substring(1) : raw;
    atStart = false;
    if (line.isEmpty()) {
      name = "";
      return;
    }
    int colon = line.indexOf(':');
    String field = colon < 0 ? line : line.substring(0, colon);
    String value = colon < 0 ? "" : line.substring(colon + 1);
    value = value.startsWith(" ") ? value.substring(1) : value;
    switch (field) {
      case "event" -> name = value;
      case "data" -> append(value);
      default -> {
        // A comment (no field name), id, retry or a field of the future.
      }
    }
  }

  private void append(String value) throws IOException {
    if (data.length() + value.length() > LineReader.MAX_LINE_OCTETS) {
      throw new RubbishException(
          "an event of more than " + LineReader.MAX_LINE_OCTETS + " characters");
    }
    data.append(hasData ? "\n" : "").append(value);
    hasData = true;
  }

  private StreamEvent taken() {
    StreamEvent event = new StreamEvent(name, data.toString());
    name = "";
    data.setLength(0);
    hasData = false;
    return event;
  }
}
