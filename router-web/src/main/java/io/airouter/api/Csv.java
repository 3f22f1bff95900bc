package io.airouter.api;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A table as CSV (RFC 4180, UTF-8), written row by row as the rows come. A text that a spreadsheet
 * would take for a formula gets an apostrophe in front, because what stands in the table came from
 * callers; numbers stay as they are.
 */
public final class Csv {
  /** The media type, with its charset. */
  public static final String MEDIA_TYPE = "text/csv; charset=UTF-8";

  private static final CSVFormat FORMAT = CSVFormat.RFC4180;
  private static final String FORMULA_STARTS = "=+-@\t\r";

  private Csv() {}

  /** A download under that file name. */
  public static Response download(String fileName, List<String> heads, Iterator<List<?>> rows) {
    StreamingOutput body =
        stream -> {
          try (var text = new OutputStreamWriter(stream, StandardCharsets.UTF_8)) {
            write(text, heads, rows);
          }
        };
    return Response.ok(body, MEDIA_TYPE)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\"")
        .build();
  }

  static void write(Appendable text, List<String> heads, Iterator<List<?>> rows)
      throws IOException {
    CSVPrinter printer = new CSVPrinter(text, FORMAT);
    printer.printRecord(heads);
    while (rows.hasNext()) {
      printer.printRecord(rows.next().stream().map(Csv::harmless).toList());
    }
    printer.flush();
  }

  private static Object harmless(Object cell) {
    boolean formula =
        cell instanceof String text
            && !text.isEmpty()
            && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + cell : cell;
  }
}
