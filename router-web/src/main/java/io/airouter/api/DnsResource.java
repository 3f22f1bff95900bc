package io.airouter.api;

import io.airouter.boundary.Names;
import io.airouter.dns.DomainName;
import io.airouter.dns.RRset;
import io.airouter.dns.RecordText;
import io.airouter.dns.RecordType;
import io.airouter.dns.WireAnswer;
import io.airouter.dns.WireClient.NoAnswerException;
import io.airouter.dns.WireQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;

/** The zone: its records, and what the open port answers to a question. */
@Path("/dns")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("viewer")
public class DnsResource {
  private static final List<String> HEADS = List.of("name", "type", "ttl_seconds", "data");

  @Inject private Names names;

  /** Those in which all words of {@code q} stand. */
  @GET
  @Path("/records")
  public JsonObject records(@QueryParam("q") String search) {
    JsonArrayBuilder records = Json.createArrayBuilder();
    matching(search)
        .forEach(
            row ->
                records.add(
                    Json.createObjectBuilder()
                        .add("name", row.name())
                        .add("type", row.type())
                        .add("ttl_seconds", row.ttlSeconds())
                        .add("data", row.data())));
    return Json.createObjectBuilder().add("zone", names.apex()).add("records", records).build();
  }

  @GET
  @Path("/records.csv")
  @Produces(Csv.MEDIA_TYPE)
  public Response csv(@QueryParam("q") String search) {
    return Csv.download(
        "dns-records.csv",
        HEADS,
        matching(search)
            .<List<?>>map(row -> List.of(row.name(), row.type(), row.ttlSeconds(), row.data()))
            .iterator());
  }

  /** Asks the open port, over {@code udp} or {@code tcp}. */
  @GET
  @Path("/ask")
  public JsonObject ask(
      @QueryParam("name") String name,
      @QueryParam("type") @DefaultValue("A") String type,
      @QueryParam("transport") @DefaultValue("udp") String transport) {
    if (!transport.equals("udp") && !transport.equals("tcp")) {
      throw invalid("transport", "'transport' is udp or tcp.");
    }
    try {
      return json(names.ask(new WireQuery(name(name), type(type), transport.equals("tcp"))));
    } catch (NoAnswerException e) {
      throw Problem.of(Problem.GATEWAY_TIMEOUT, "no_answer", e.getMessage()).asException();
    }
  }

  private Stream<DnsRecordRow> matching(String search) {
    SearchWords words = SearchWords.of(search);
    return names.records().stream()
        .flatMap(DnsRecordRow::of)
        .filter(row -> words.match(row.text()));
  }

  private static DomainName name(String text) {
    try {
      return DomainName.parse(text == null ? "" : text.strip());
    } catch (IllegalArgumentException e) {
      throw invalid("name", "'name' must be a domain name: " + e.getMessage());
    }
  }

  private static RecordType type(String text) {
    return RecordType.parse(text.strip())
        .orElseThrow(
            () -> invalid("type", "'type' must be a record type such as A, SRV or TYPE65."));
  }

  private static ProblemException invalid(String field, String detail) {
    return Problem.of(Problem.UNPROCESSABLE, "invalid_field", detail).inField(field).asException();
  }

  private static JsonObject json(WireAnswer answer) {
    return Json.createObjectBuilder()
        .add("server", answer.server())
        .add("rcode", answer.rcode())
        .add("octets", answer.octets())
        .add("took_us", answer.took().toNanos() / 1_000)
        .add("text", answer.text())
        .add("hexadecimal", answer.hexadecimal())
        .build();
  }

  /** One record of a set, in words. */
  private record DnsRecordRow(String name, String type, int ttlSeconds, String data) {
    static Stream<DnsRecordRow> of(RRset set) {
      return set.records().stream()
          .map(
              data ->
                  new DnsRecordRow(
                      set.name().toString(),
                      set.type().toString(),
                      set.ttlSeconds(),
                      RecordText.of(data)));
    }

    String text() {
      return name + " " + type + " " + data;
    }
  }
}
