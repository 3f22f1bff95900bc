package io.airouter.api;

import io.airouter.alert.Alert;
import io.airouter.alert.AlertFilter;
import io.airouter.alert.AlertState;
import io.airouter.alert.Metric;
import io.airouter.alert.RefusedRuleException;
import io.airouter.alert.Severity;
import io.airouter.boundary.Alerting;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Alerts: those there are and were, who looks after them, and what webhooks were told. */
@Path("/alerts")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("viewer")
public class AlertsResource {
  private static final int MAX_BODY = 4 << 10;
  private static final Instant END_OF_TIME = Instant.parse("9999-12-31T23:59:59Z");

  @Inject private Alerting alerting;

  @GET
  public JsonObject alerts(@Context UriInfo uri) {
    MultivaluedMap<String, String> asked = uri.getQueryParameters();
    JsonArrayBuilder alerts = Json.createArrayBuilder();
    alerting.alerts(filter(asked)).forEach(alert -> alerts.add(AlertJson.alert(alert)));
    return Json.createObjectBuilder().add("alerts", alerts).build();
  }

  static AlertFilter filter(MultivaluedMap<String, String> asked) {
    Set<AlertState> states =
        given(asked, "state").stream()
            .flatMap(text -> Arrays.stream(text.split(",", -1)))
            .map(AlertsResource::state)
            .collect(Collectors.toSet());
    Optional<Severity> severity =
        given(asked, "severity")
            .map(
                word ->
                    Severity.ofWord(word)
                        .orElseThrow(() -> oneOf("severity", String.join(", ", Severity.words()))));
    return new AlertFilter(
        states,
        severity,
        given(asked, "rule"),
        given(asked, "node"),
        given(asked, "before").map(AlertsResource::instant),
        HistoryResource.count(given(asked, "count").orElse("100")));
  }

  private static Optional<String> given(MultivaluedMap<String, String> asked, String name) {
    Optional<String> text =
        Optional.ofNullable(asked.getFirst(name)).filter(given -> !given.isBlank());
    if (text.filter(given -> given.chars().anyMatch(Character::isISOControl)).isPresent()) {
      throw new RefusedRuleException(name, "without control characters");
    }
    return text;
  }

  private static AlertState state(String word) {
    return AlertState.ofWord(word)
        .filter(state -> AlertState.words().contains(state.word()))
        .orElseThrow(() -> oneOf("state", String.join(", ", AlertState.words())));
  }

  private static RefusedRuleException oneOf(String field, String words) {
    return new RefusedRuleException(field, "one of " + words);
  }

  private static Instant instant(String text) {
    try {
      Instant time = Instant.parse(text);
      if (time.isBefore(Instant.EPOCH) || time.isAfter(END_OF_TIME)) {
        throw new RefusedRuleException("before", "a time of the years 1970 to 9999");
      }
      return time;
    } catch (DateTimeParseException e) {
      throw new RefusedRuleException("before", "a time such as 2030-01-31T12:00:00Z");
    }
  }

  @GET
  @Path("/metrics")
  public JsonObject metrics() {
    JsonArrayBuilder metrics = Json.createArrayBuilder();
    for (Metric metric : Metric.values()) {
      metrics.add(
          Json.createObjectBuilder()
              .add("metric", metric.word())
              .add("unit", metric.unit())
              .add("description", metric.description()));
    }
    return Json.createObjectBuilder().add("metrics", metrics).build();
  }

  @GET
  @Path("/deliveries")
  public JsonObject deliveries(
      @QueryParam("alert") String alert, @QueryParam("count") String count) {
    Optional<UUID> id = Optional.ofNullable(alert).map(AlertsResource::id);
    int limit = HistoryResource.count(count == null ? "100" : count);
    JsonArrayBuilder deliveries = Json.createArrayBuilder();
    alerting.deliveries(id, limit).forEach(d -> deliveries.add(AlertJson.delivery(d)));
    return Json.createObjectBuilder().add("deliveries", deliveries).build();
  }

  @GET
  @Path("/{id}")
  public JsonObject alert(@PathParam("id") String id) {
    Alert alert = alerting.alert(id(id)).orElseThrow(AlertsResource::unknown);
    return AlertJson.alert(alert).build();
  }

  @POST
  @Path("/{id}/acknowledge")
  @RolesAllowed("operator")
  public JsonObject acknowledge(@PathParam("id") String id, InputStream body) throws IOException {
    byte[] sent = body.readNBytes(MAX_BODY + 1);
    // A note is optional, and so is a body.
    JsonObject object =
        sent.length == 0
            ? JsonObject.EMPTY_JSON_OBJECT
            : JsonBody.read(new ByteArrayInputStream(sent), MAX_BODY);
    String note = new Fields(object, Problem.UNPROCESSABLE).text("note").orElse("");
    UUID known = id(id);
    if (alerting.alert(known).isEmpty()) {
      throw unknown();
    }
    return AlertJson.alert(alerting.acknowledge(known, note)).build();
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw unknown();
    }
  }

  private static ProblemException unknown() {
    return Problem.of(Problem.NOT_FOUND, "alert_not_found", "There is no alert of that id.")
        .inField("id")
        .asException();
  }
}
