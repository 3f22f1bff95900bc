package io.airouter.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.history.Traffic;
import io.airouter.history.Traffic.Times;
import io.airouter.history.TrafficDimension;
import io.airouter.history.TrafficGroup;
import io.airouter.history.TrafficWindow;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TrafficChartTest {
  private static final TrafficWindow WINDOW =
      new TrafficWindow(Instant.parse("2026-11-02T10:00:00Z"), Duration.ofMinutes(2), 2, false);

  @Test
  void requestsAreStackedAsServedFailedAndOther() {
    JsonArray sets = sets(TrafficChart.requests(WINDOW, List.of(traffic(10, 6, 3), Traffic.NONE)));

    assertThat(sets)
        .extracting(set -> set.asJsonObject().get("data").toString())
        .containsExactly("[6,0]", "[3,0]", "[1,0]");
  }

  @Test
  void aPercentileHasAGapWhereNothingWasAsked() {
    JsonArray sets = sets(TrafficChart.times(WINDOW, List.of(Traffic.NONE, traffic(10, 10, 0))));

    assertThat(sets)
        .extracting(set -> set.asJsonObject().get("data").toString())
        .containsExactly("[null,50]", "[null,95]", "[null,99]");
  }

  @Test
  void theThreeBusiestModelsHaveAColourEachAndTheRestOneTogether() {
    List<TrafficGroup> groups =
        Stream.of("d", "a", "", "c", "b").map(name -> group(name, 5)).toList();

    assertThat(TrafficChart.keys(groups))
        .extracting(TrafficChart.Key::label)
        .containsExactly("a", "c", "d");
    JsonArray sets = sets(TrafficChart.requestsByName(WINDOW, groups));
    assertThat(sets)
        .extracting(set -> set.asJsonObject().getString("label"))
        .containsExactly("a", "c", "d", "others");
    assertThat(sets.getJsonObject(3).get("data")).hasToString("[10,10]");
  }

  @Test
  void aNumberLeadsToTheVeryRowsItWasCountedFrom() {
    TrafficRow row = TrafficRow.of(group("gpt 4", 5), WINDOW, TrafficDimension.MODEL);

    assertThat(row.links().failed())
        .isEqualTo(
            "history.xhtml?from=2026-11-02T10:00:00Z&to=2026-11-02T10:04:00Z"
                + "&model=gpt+4&outcome=failed");
    assertThat(TrafficRow.of(group("", 5), WINDOW, TrafficDimension.MODEL).links().all())
        .endsWith("&outcome=no_endpoint");
  }

  @Test
  void ratesAreOfWhatWasMoreThanDecided() {
    TrafficRow row = TrafficRow.of(group("a", 8), WINDOW, TrafficDimension.MODEL);
    TrafficRow idle =
        TrafficRow.of(
            new TrafficGroup("a", Traffic.NONE, List.of()), WINDOW, TrafficDimension.MODEL);

    assertThat(row.success()).isEqualTo("100.0 %");
    assertThat(idle.success()).isEqualTo(Figures.NONE);
    assertThat(idle.p95()).isEqualTo(Figures.NONE);
  }

  private static TrafficGroup group(String name, long requests) {
    Traffic traffic = traffic(requests, requests, 0);
    return new TrafficGroup(name, traffic, List.of(traffic, traffic));
  }

  private static Traffic traffic(long requests, long succeeded, long errors) {
    return new Traffic(
        requests, 0, succeeded, errors, 0, new Times(60, 50, 95, 99), 10, 20, BigDecimal.ONE);
  }

  private static JsonArray sets(String chart) {
    JsonObject config = Json.createReader(new StringReader(chart)).readObject();
    return config.getJsonObject("data").getJsonArray("datasets");
  }
}
