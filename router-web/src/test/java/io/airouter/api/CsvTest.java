package io.airouter.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;

class CsvTest {
  @Test
  void commasQuotesAndLineEndsComeBackAsTheyWere() throws IOException {
    List<String> cells = List.of("a,b", "say \"hi\"", "two\r\nlines", "", "é");
    String csv = written(cells);
    try (CSVParser parsed = CSVParser.parse(csv, CSVFormat.RFC4180)) {
      assertThat(parsed.getRecords().get(1).toList()).isEqualTo(cells);
    }
  }

  @Test
  void aTextThatASpreadsheetWouldRunIsMadeHarmless() throws IOException {
    assertThat(written(List.of("=cmd|' /C calc'!A0", "@x", "+1", "-1")))
        .contains("'=cmd")
        .contains("'@x")
        .contains("'+1")
        .contains("'-1");
  }

  @Test
  void aNegativeNumberStaysANumber() throws IOException {
    assertThat(written(List.of(-1.5))).endsWith("-1.5\r\n");
  }

  private static String written(List<?> cells) throws IOException {
    List<String> heads = cells.stream().map(cell -> "head").toList();
    List<List<?>> rows = new ArrayList<>();
    rows.add(cells);
    StringBuilder text = new StringBuilder();
    Csv.write(text, heads, rows.iterator());
    return text.toString();
  }
}
