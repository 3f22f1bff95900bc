package io.airouter.api;

import io.airouter.boundary.History;
import io.airouter.history.HistoryEntry;
import io.airouter.history.HistoryQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a filter of the history lets through as CSV. Read page by page while it is sent, so that no
 * query is open for long and no list is held; the first page before anything is sent, so that a
 * search that cannot be made is still a problem.
 */
@Path("/history.csv")
@RequestScoped
@Produces(Csv.MEDIA_TYPE)
@RolesAllowed("viewer")
public class HistoryCsvResource {
  /** Rows of one file at most, about what a spreadsheet still opens gladly. */
  static final int MAX_ROWS = 100_000;

  private static final List<String> HEADS =
      List.of(
          "time",
          "request_id",
          "face",
          "caller",
          "source_eid",
          "class",
          "type",
          "priority",
          "model",
          "endpoint",
          "routing_method",
          "outcome",
          "status",
          "attempts",
          "input_tokens",
          "output_tokens",
          "cost",
          "routing_ms",
          "total_ms",
          "streamed",
          "score");
  private static final DateTimeFormatter FILE_TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  @Inject private History history;
  @Inject private InstantSource clock;

  @GET
  public Response csv(@Context UriInfo uri) {
    Instant now = clock.instant();
    HistoryParameters asked = new HistoryParameters(HistoryResource.parameters(uri), now);
    HistoryQuery first =
        new HistoryQuery(
            asked.filter(), asked.order(), asked.after("cursor"), HistoryQuery.MAX_COUNT);
    HistoryRows rows = new HistoryRows(history::page, first, MAX_ROWS);
    return Csv.download(
        "history-" + FILE_TIME.format(now) + ".csv", HEADS, rows.map(HistoryCsvResource::cells));
  }

  /** As the heads name them. */
  static List<?> cells(HistoryEntry entry) {
    return Arrays.asList(
        entry.at().toString(),
        entry.requestId(),
        entry.face(),
        entry.caller(),
        entry.sourceEid(),
        entry.workloadClass(),
        entry.queryType(),
        entry.priority(),
        entry.model().orElse(""),
        entry.endpoint().orElse(""),
        entry.method(),
        entry.outcome(),
        entry.status().map(String::valueOf).orElse(""),
        entry.attempts(),
        entry.usage().inputTokens(),
        entry.usage().outputTokens(),
        entry.cost().toPlainString(),
        millis(entry.routingTime()),
        millis(entry.totalTime()),
        entry.streamed(),
        entry.score());
  }

  private static BigDecimal millis(Duration duration) {
    return BigDecimal.valueOf(duration.toNanos() / 1_000, 3);
  }
}
