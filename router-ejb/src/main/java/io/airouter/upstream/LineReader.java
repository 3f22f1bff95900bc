package io.airouter.upstream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads UTF-8 lines that end in LF, CR LF or CR, wherever the octets were cut on their way. A line
 * is handed out as soon as its end is seen: after a CR nothing is waited for. A last line without
 * an end is not whole and not handed out. Confined to one thread.
 */
final class LineReader {
  /** Also bounds one event of a stream. */
  static final int MAX_LINE_OCTETS = 1024 * 1024;

  private static final int BUFFER_OCTETS = 8 * 1024;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_OCTETS];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int position;
  private int limit;
  private boolean afterCarriageReturn;

  LineReader(InputStream in) {
    this.in = in;
  }

  /** The next line without its end; empty at the end of input. */
  Optional<String> next() throws IOException {
    while (fill()) {
      byte octet = buffer[position++];
      boolean pairedLineFeed = afterCarriageReturn && octet == '\n';
      afterCarriageReturn = octet == '\r';
      if (pairedLineFeed) {
        continue;
      }
      if (octet == '\n' || octet == '\r') {
        String text = line.toString(StandardCharsets.UTF_8);
        line.reset();
        return Optional.of(text);
      }
      if (line.size() == MAX_LINE_OCTETS) {
        throw new RubbishException("a line of more than " + MAX_LINE_OCTETS + " octets");
      }
      line.write(octet);
    }
    return Optional.empty();
  }

  private boolean fill() throws IOException {
    if (position == limit) {
      position = 0;
      limit = Math.max(0, in.read(buffer, 0, buffer.length));
    }
    return position < limit;
  }
}
