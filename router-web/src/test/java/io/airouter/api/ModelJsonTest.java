package io.airouter.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.airouter.boundary.ModelView;
import io.airouter.boundary.ModelView.EndpointView;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelJsonTest {
  private static final ModelView VIEW =
      new ModelView(
          CatalogueFixture.GPT_4,
          List.of(
              new EndpointView(CatalogueFixture.PRIMARY, 1, Duration.ofMillis(420), 7, 1),
              new EndpointView(CatalogueFixture.SECONDARY, 0, Duration.ZERO, 0, 0)),
          true,
          0.05,
          Duration.ofMillis(420),
          3);

  @Test
  void theSummaryHasTheFieldsOfTheFirstSystem() {
    JsonObject json = ModelJson.summary(VIEW);

    assertThat(json.keySet())
        .containsExactlyInAnyOrder(
            "name",
            "endpoint",
            "model_id",
            "available",
            "current_load",
            "max_tokens",
            "cost_per_token",
            "avg_response_time",
            "rate_limit",
            "current_requests",
            "capabilities");
    assertThat(json.getString("endpoint")).as("one that serves").isEqualTo("127.0.1.2:18080");
    assertThat(json.getJsonNumber("cost_per_token").bigDecimalValue()).isEqualByComparingTo("3e-5");
    assertThat(json.getJsonNumber("avg_response_time").doubleValue()).isEqualTo(0.42);
    assertThat(json.getInt("rate_limit")).isEqualTo(60);
    assertThat(json.getJsonObject("capabilities").getString("code_generation"))
        .isEqualTo("excellent");
  }

  @Test
  void theWholeShowsTheEndpoints() {
    JsonObject json = ModelJson.whole(VIEW);

    assertThat(json.getString("service_eid")).isEqualTo("10.100.0.1");
    assertThat(json.getJsonArray("endpoints")).hasSize(2);
    assertThat(json.getJsonArray("endpoints").getJsonObject(1).getString("health"))
        .isEqualTo("critical");
  }

  @Test
  void theGatewayListsAutoAndTheModels() {
    JsonObject list = GatewayModelsServlet.answer("/", CatalogueFixture.CATALOGUE);

    assertThat(list.getJsonArray("data").getValuesAs(m -> m.asJsonObject().getString("id")))
        .containsExactly("auto", "gpt-4");
    assertThat(
            GatewayModelsServlet.answer("/gpt-4", CatalogueFixture.CATALOGUE).getString("object"))
        .isEqualTo("model");
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> GatewayModelsServlet.answer("/gpt-9", CatalogueFixture.CATALOGUE))
        .satisfies(e -> assertThat(e.problem().status()).isEqualTo(404));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "101", "1000", "1.5", "x", ""})
  void aWeightIsZeroToAHundred(String text) {
    assertThat(ServicesResource.weight("100")).isEqualTo(100);
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> ServicesResource.weight(text))
        .satisfies(e -> assertThat(e.problem().status()).isEqualTo(422))
        .satisfies(e -> assertThat(e.problem().field()).contains("weight"));
  }
}
