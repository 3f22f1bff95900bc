package io.airouter.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.history.HistoryBucket;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrendChartTest {
  private static final List<HistoryBucket> BUCKETS =
      List.of(
          new HistoryBucket(Instant.parse("2026-11-23T19:00:00Z"), 10, 3, 412.6),
          new HistoryBucket(Instant.parse("2026-11-23T19:00:30Z"), 0, 0, 0));

  private static JsonArray values(JsonObject chart, int series) {
    return chart
        .getJsonObject("data")
        .getJsonArray("datasets")
        .getJsonObject(series)
        .getJsonArray("data");
  }

  @Test
  void servedAndFailedRequestsAddUpToAll() {
    JsonObject chart = TrendChart.requests(BUCKETS);
    assertThat(values(chart, 0).getInt(0)).isEqualTo(7);
    assertThat(values(chart, 1).getInt(0)).isEqualTo(3);
    assertThat(chart.getJsonObject("data").getJsonArray("labels").getString(1))
        .isEqualTo("19:00:30");
  }

  @Test
  void anIntervalWithoutQueriesIsAGapAndNotAFastOne() {
    JsonArray values = values(TrendChart.responseTimes(BUCKETS), 0);
    assertThat(values.getInt(0)).isEqualTo(413);
    assertThat(values.get(1)).isEqualTo(JsonValue.NULL);
  }
}
