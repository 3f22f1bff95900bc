package io.airouter.api;

import io.airouter.boundary.Monitoring;
import io.airouter.history.SystemFigure;
import io.airouter.history.SystemHistory;
import io.airouter.history.SystemSample;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How this node fares: {@code GET /monitoring/system}. */
@Path("/monitoring")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("viewer")
public class MonitoringResource {
  private static final Pattern RANGE = Pattern.compile("([1-9]\\d{0,4})([smh])");
  private static final int SAMPLES = 120;
  private static final int DIGITS = 3;

  @Inject private Monitoring monitoring;

  @GET
  @Path("/system")
  public JsonObject system(@QueryParam("range") @DefaultValue("15m") String range) {
    JsonArrayBuilder samples = Json.createArrayBuilder();
    monitoring.system(range(range), SAMPLES).forEach(sample -> samples.add(json(sample)));
    JsonObjectBuilder figures = Json.createObjectBuilder();
    for (SystemFigure figure : SystemFigure.values()) {
      figures.add(
          figure.word(),
          Json.createObjectBuilder()
              .add("unit", figure.unit().word())
              .add("description", figure.description()));
    }
    return Json.createObjectBuilder()
        .add("node", monitoring.node())
        .add("range", range)
        .add("figures", figures)
        .add("samples", samples)
        .build();
  }

  /** {@code 90s}, {@code 15m}, {@code 24h}; a day at most. */
  static Duration range(String text) {
    Matcher matcher = RANGE.matcher(text);
    Duration range = Duration.ZERO;
    if (matcher.matches()) {
      long count = Long.parseLong(matcher.group(1));
      range =
          switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            default -> Duration.ofHours(count);
          };
    }
    if (range.isZero() || range.compareTo(SystemHistory.LONGEST) > 0) {
      throw Problem.of(
              Problem.UNPROCESSABLE,
              "invalid_field",
              "'range' must be a time up to 24h, such as 90s, 15m or 6h.")
          .inField("range")
          .asException();
    }
    return range;
  }

  private static JsonObjectBuilder json(SystemSample sample) {
    JsonObjectBuilder json = Json.createObjectBuilder().add("at", sample.at().toString());
    sample
        .figures()
        .forEach(
            (figure, value) ->
                json.add(
                    figure.word(),
                    BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP)));
    return json;
  }
}
