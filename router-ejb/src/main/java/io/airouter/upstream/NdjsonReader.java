package io.airouter.upstream;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Reads newline-delimited JSON, an event a line; blank lines are passed over. */
final class NdjsonReader implements EventReader {
  private final LineReader lines;

  NdjsonReader(InputStream in) {
    this.lines = new LineReader(in);
  }

  @Override
  public Optional<StreamEvent> next() throws IOException {
    Optional<String> line = lines.next();
    while (line.filter(String::isBlank).isPresent()) {
      line = lines.next();
    }
    return line.map(text -> new StreamEvent("", text));
  }
}
