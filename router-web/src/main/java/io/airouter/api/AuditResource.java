package io.airouter.api;

import io.airouter.access.AuditEntry;
import io.airouter.access.AuditFilter;
import io.airouter.boundary.Audit;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** {@code GET /audit}: who changed what, newest first. */
@Path("/audit")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("viewer")
public class AuditResource {
  /** Within what PostgreSQL keeps, and beyond all entries. */
  private static final Instant FAR_FUTURE = Instant.parse("9999-12-31T23:59:59Z");

  private static final int DEFAULT_COUNT = 100;

  @Inject private Audit audit;

  @GET
  public JsonObject entries(@Context UriInfo uri) {
    MultivaluedMap<String, String> asked = uri.getQueryParameters();
    AuditFilter filter =
        new AuditFilter(
            text(asked, "actor"),
            text(asked, "action"),
            text(asked, "subject"),
            instant("since", text(asked, "since"), Instant.EPOCH),
            instant("until", text(asked, "until"), FAR_FUTURE),
            asked.containsKey("count")
                ? HistoryResource.count(text(asked, "count"))
                : DEFAULT_COUNT);
    JsonArrayBuilder entries = Json.createArrayBuilder();
    audit.find(filter).forEach(entry -> entries.add(json(entry)));
    return Json.createObjectBuilder().add("audit", entries).build();
  }

  /** Empty where it was not given; PostgreSQL knows no text with U+0000 in it. */
  private static String text(MultivaluedMap<String, String> asked, String name) {
    return Optional.ofNullable(asked.getFirst(name)).orElse("").replace("\0", "");
  }

  private static Instant instant(String field, String text, Instant otherwise) {
    if (text.isEmpty()) {
      return otherwise;
    }
    try {
      Instant instant = Instant.parse(text);
      if (instant.isBefore(Instant.EPOCH) || instant.isAfter(FAR_FUTURE)) {
        throw new DateTimeParseException("out of range", text, 0);
      }
      return instant;
    } catch (DateTimeParseException e) {
      throw Problem.of(
              Problem.UNPROCESSABLE,
              "invalid_field",
              "'" + field + "' must be a time such as 2030-01-31T12:00:00Z.")
          .inField(field)
          .asException();
    }
  }

  private static JsonObjectBuilder json(AuditEntry entry) {
    return Json.createObjectBuilder()
        .add("at", entry.at().toString())
        .add("actor", entry.actor())
        .add("action", entry.action())
        .add("subject", entry.subject())
        .add("detail", entry.detail());
  }
}
