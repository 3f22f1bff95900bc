package io.airouter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each report of db/reports, run as report_ro on seven queries of which all figures are known. */
class ReportsTest {
  private static final Path FOLDER = Path.of("..", "db", "reports");

  private static ReportReader reader;

  @BeforeAll
  static void writeTheSevenQueries() throws SQLException {
    RandomHistory.clear();
    TestDatabase.execute(
        """
        INSERT INTO routing_history
        SELECT id, ts::timestamptz, 'route', caller, '10.1.0.1', class, type, 0.5, 'medium', model,
          endpoint, 'LISP + DNS', outcome, status, attempts, input, output, 0, false, cost, 100,
          ms * 1000, false, 0.8, decision::jsonb
        FROM (VALUES
          ('q1', '2026-11-02 10:05Z', 'shop', 'general', 'simple_qa', 'gpt-4', 'gpt-4-a', 'ok', 200,
            1, 1000, 200, 0.05, 100, '{}'),
          ('q2', '2026-11-02 10:15Z', 'shop', 'general', 'simple_qa', 'gpt-4', 'gpt-4-a', 'ok', 200,
            1, 1000, 200, 0.05, 300, '{}'),
          ('q3', '2026-11-02 10:25Z', 'batch', 'general', 'summarization', 'gpt-4', 'gpt-4-b', 'ok',
            200, 2, 500, 100, 0.025, 900, '{"attempts": [
              {"model": "gpt-4", "endpoint": "gpt-4-a", "outcome": "timeout"},
              {"model": "gpt-4", "endpoint": "gpt-4-b", "outcome": "ok"}]}'),
          ('q4', '2026-11-02 10:35Z', 'batch', 'fast', 'simple_qa', 'claude-3', 'claude-a',
            'upstream_error', 503, 1, 0, 0, 0, 2000, '{}'),
          ('q5', '2026-11-02 11:05Z', 'shop', 'general', 'simple_qa', NULL, NULL, 'no_endpoint',
            NULL, 0, 0, 0, 0, 2, '{}'),
          ('q6', '2026-11-02 11:10Z', 'shop', 'general', 'simple_qa', 'gpt-4', 'gpt-4-a', 'dry_run',
            NULL, 0, 0, 0, 0, 1, '{}'),
          ('q7', '2026-11-03 00:30Z', 'batch', 'fast', 'summarization', 'claude-3', 'claude-a',
            'ok', 200, 1, 100, 50, 0.01, 400, '{}'))
          AS known(id, ts, caller, class, type, model, endpoint, outcome, status, attempts, input,
            output, cost, ms, decision);
        SELECT roll_up_history();
        """);
    writeARegistrationAndAnEndpointsHealth();
    reader = ReportReader.enable();
  }

  private static void writeARegistrationAndAnEndpointsHealth() {
    TestDatabase.execute(
        """
        INSERT INTO site VALUES ('berlin', true, 'window', 'source');
        INSERT INTO registration VALUES ('berlin', 0, '10.9.0.0', 24, '127.0.0.9',
          '[{"rloc": "127.0.1.2"}, {"rloc": "127.0.1.1"}]', 60, true, false, '2026-11-02 10:00Z',
          '2026-11-02 10:30Z', '2026-11-02 10:33Z');
        DELETE FROM endpoint_health_event;
        INSERT INTO endpoint_health_event (endpoint_id, ts, from_state, to_state, reason, node)
        VALUES ('gpt-4-a', '2026-11-02 10:00Z', 'unknown', 'passing', '', 'node-1'),
          ('gpt-4-a', '2026-11-02 10:20Z', 'passing', 'critical', 'refused', 'node-1'),
          ('gpt-4-a', '2026-11-02 10:30Z', 'critical', 'passing', '', 'node-1'),
          ('gpt-4-a', '2026-11-02 10:40Z', 'passing', 'maintenance', '', 'node-1');
        """);
  }

  @AfterAll
  static void clear() {
    RandomHistory.clear();
    TestDatabase.execute("DELETE FROM site WHERE name = 'berlin'");
    TestDatabase.execute("DELETE FROM endpoint_health_event");
  }

  @Test
  void trafficByHour() throws Exception {
    assertThat(run("traffic-by-hour"))
        .containsExactly(
            "2026-11-02 10:00:00+00|claude-3|fast|1|0.00|100.00|0|0",
            "2026-11-02 10:00:00+00|gpt-4|general|3|100.00|0.00|3000|0.125",
            "2026-11-02 11:00:00+00|gpt-4|general|1|-|-|0|0",
            "2026-11-02 11:00:00+00|-|general|1|0.00|100.00|0|0",
            "2026-11-03 00:00:00+00|claude-3|fast|1|100.00|0.00|150|0.01");
  }

  @Test
  void busiestHours() throws Exception {
    assertThat(run("busiest-hours"))
        .containsExactly("10|4.0|4|57.14", "11|2.0|2|28.57", "0|1.0|1|14.29");
  }

  @Test
  void costByDay() throws Exception {
    assertThat(run("cost-by-day"))
        .containsExactly(
            "2026-11-02|gpt-4|shop|3|2000|400|0.10",
            "2026-11-02|gpt-4|batch|1|500|100|0.025",
            "2026-11-02|claude-3|batch|1|0|0|0",
            "2026-11-02|-|shop|1|0|0|0",
            "2026-11-03|claude-3|batch|1|100|50|0.01");
  }

  @Test
  void costByKey() throws Exception {
    assertThat(run("cost-by-key"))
        .containsExactly("shop|4|2400|0.10|74.07|33.3333", "batch|3|750|0.035|25.93|11.6667");
  }

  @Test
  void latencyByModel() throws Exception {
    List<String> rows = run("latency-by-model");
    assertThat(rows).hasSize(3);
    assertRow(rows.get(0), "claude-3", 2, 400, 2000, 2000, 1200, 2000);
    assertRow(rows.get(1), "gpt-4", 3, 300, 900, 900, 433.3, 900);
    assertRow(rows.get(2), "-", 1, 2, 2, 2, 2, 2);
  }

  @Test
  void latencyByHour() throws Exception {
    List<String> rows = run("latency-by-hour");
    assertThat(rows).hasSize(4);
    assertRow(rows.get(1), "2026-11-02 10:00:00+00|gpt-4|general", 3, 433.3, 300, 900, 900);
    assertRow(rows.get(3), "2026-11-03 00:00:00+00|claude-3|fast", 1, 400, 400, 400, 400);
  }

  @Test
  void fallbacks() throws Exception {
    assertThat(run("fallbacks"))
        .containsExactly(
            "2026-11-02|claude-3|1|0|0.00|1",
            "2026-11-02|gpt-4|3|1|33.33|4",
            "2026-11-02|-|1|0|0.00|0",
            "2026-11-03|claude-3|1|0|0.00|1");
  }

  @Test
  void endpointAvailability() throws Exception {
    assertThat(run("endpoint-availability"))
        .containsExactly(
            "claude-a|claude-3|2|1|1|50.000|1",
            "gpt-4-a|gpt-4|3|2|1|66.667|0",
            "gpt-4-b|gpt-4|1|1|0|100.000|0");
  }

  @Test
  void endpointDowntime() throws Exception {
    assertThat(run("endpoint-downtime")).containsExactly("gpt-4-a|node-1|1|10.0|40.0|75.000");
  }

  @Test
  void lispRegistrations() throws Exception {
    assertThat(run("lisp-registrations"))
        .containsExactly(
            "berlin|0|10.9.0.0/24|127.0.0.9|2|127.0.1.1, 127.0.1.2|2026-11-02 10:00:00+00"
                + "|2026-11-02 10:30:00+00|2026-11-02 10:33:00+00|f");
  }

  @Test
  void errors() throws Exception {
    assertThat(run("errors"))
        .containsExactly(
            "claude-3|claude-a|upstream_error|503|1|1.00|2026-11-02 10:35:00+00"
                + "|2026-11-02 10:35:00+00|q4",
            "-|-|no_endpoint|-|1|0.00|2026-11-02 11:05:00+00|2026-11-02 11:05:00+00|q5");
  }

  @Test
  void queryTypes() throws Exception {
    assertThat(run("query-types"))
        .containsExactly(
            "simple_qa|gpt-4|2|100.00|0.500|200.0|0.050000",
            "simple_qa|claude-3|1|0.00|0.500|2000.0|0.000000",
            "simple_qa|-|1|0.00|0.500|2.0|0.000000",
            "summarization|claude-3|1|100.00|0.500|400.0|0.010000",
            "summarization|gpt-4|1|100.00|0.500|900.0|0.025000");
  }

  static Stream<Path> reports() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".sql")).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("reports")
  void itsHeaderSaysWhatItAnswersAndNamesEachColumn(Path report) throws Exception {
    String text = Files.readString(report);
    String header = text.substring(0, text.indexOf("\n", text.lastIndexOf("\n-- ") + 1));
    assertThat(header).contains("-- Question:   ", "-- Parameters: ", "-- Columns:    ");
    assertThat(reader.columns(text)).allSatisfy(column -> assertThat(header).contains(column));
  }

  @Test
  void eachViewAndEachOfItsColumnsIsCommented() {
    assertThat(TestDatabase.count("SELECT count(*) FROM pg_views WHERE schemaname = 'report'"))
        .isGreaterThanOrEqualTo(9);
    assertThat(
            TestDatabase.count(
                """
                SELECT count(*) FROM pg_class c JOIN pg_attribute a
                  ON a.attrelid = c.oid AND a.attnum >= 0 AND NOT a.attisdropped
                WHERE c.relnamespace = 'report'::regnamespace AND c.relkind = 'v'
                  AND (col_description(c.oid, a.attnum) IS NULL
                    OR obj_description(c.oid, 'pg_class') IS NULL)
                """))
        .isZero();
  }

  @Test
  void theRoleReadsNothingElseAndWritesNothing() throws SQLException {
    assertThat(reader.rows("SHOW statement_timeout")).containsExactly("1min");
    assertThat(reader.rows("SHOW transaction_read_only")).containsExactly("on");
    assertThat(reader.rows("SELECT count(*) FROM traffic_hourly")).containsExactly("6");
    for (String forbidden :
        List.of(
            "SELECT * FROM public.routing_history",
            "SELECT * FROM public.router_user",
            "SELECT * FROM public.credential",
            "SELECT public.roll_up_history()",
            "SELECT * FROM public.keep_history(1, 1)")) {
      assertThatThrownBy(() -> reader.rows(forbidden))
          .as(forbidden)
          .isInstanceOf(SQLException.class);
    }
    assertThatThrownBy(
            () -> reader.rows("SET default_transaction_read_only = off; DELETE FROM queries"))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("permission denied");
  }

  private static List<String> run(String report) throws IOException, SQLException {
    return reader.rows(Files.readString(FOLDER.resolve(report + ".sql")));
  }

  /** Words first, then figures of which each is at most 1 % and a rounding off. */
  private static void assertRow(String row, String words, double... figures) {
    assertThat(row).startsWith(words + "|");
    Matcher numbers = Pattern.compile("\\|([0-9.]+)").matcher(row.substring(words.length()));
    for (double figure : figures) {
      assertThat(numbers.find()).isTrue();
      assertThat(Double.parseDouble(numbers.group(1)))
          .isBetween(figure * 0.989 - 0.05, figure * 1.011 + 0.05);
    }
    assertThat(numbers.find()).isFalse();
  }
}
