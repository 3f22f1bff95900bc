package io.airouter.api;

import io.airouter.access.Caller;
import io.airouter.model.AdminState;
import io.airouter.model.Capability;
import io.airouter.model.Dialect;
import io.airouter.model.Endpoint;
import io.airouter.model.EndpointId;
import io.airouter.model.Health;
import io.airouter.model.HealthState;
import io.airouter.model.Model;
import io.airouter.model.ModelCatalogue;
import io.airouter.model.ModelId;
import io.airouter.model.ModelLimits;
import io.airouter.model.Origin;
import io.airouter.model.Price;
import io.airouter.model.QueryType;
import io.airouter.model.RegistrationDefaults;
import io.airouter.model.ScoringWeights;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A catalogue of one model with two endpoints, of which the second one is down. */
final class CatalogueFixture {
  static final Model GPT_4 =
      new Model(
          new ModelId("gpt-4"),
          "GPT-4",
          Dialect.OPENAI,
          "gpt-4-0613",
          16_384,
          8_192,
          Price.perToken(new BigDecimal("0.00003")),
          Map.of(QueryType.CODE_GENERATION, Capability.EXCELLENT),
          new ModelLimits(60, ModelLimits.UNLIMITED),
          InetAddress.ofLiteral("10.100.0.1"),
          new RegistrationDefaults("http", 18080, ""),
          true);
  static final Endpoint PRIMARY = endpoint("gpt-4-primary", 1, HealthState.PASSING);
  static final Endpoint SECONDARY = endpoint("gpt-4-secondary", 0, HealthState.CRITICAL);
  static final ModelCatalogue CATALOGUE =
      new ModelCatalogue(
          List.of(GPT_4), List.of(PRIMARY, SECONDARY), List.of(), ScoringWeights.DEFAULT);
  static final Arrival ARRIVAL = new Arrival("request-1", Caller.ANONYMOUS, CATALOGUE);

  private CatalogueFixture() {}

  private static Endpoint endpoint(String id, int priority, HealthState health) {
    return new Endpoint(
        new EndpointId(id),
        GPT_4.id(),
        URI.create("http://127.0.1." + (priority + 1) + ":18080"),
        List.of(InetAddress.ofLiteral("127.0.1." + (priority + 1))),
        priority,
        50,
        Optional.empty(),
        Origin.CONFIGURED,
        AdminState.ACTIVE,
        new Health(health, Instant.EPOCH, "checked"));
  }
}
