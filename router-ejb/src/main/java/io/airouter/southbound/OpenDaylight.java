package io.airouter.southbound;

import io.airouter.lisp.EidPrefix;
import io.airouter.sdn.AllowedHosts;
import io.airouter.sdn.Controller;
import io.airouter.sdn.ControllerFailure;
import io.airouter.sdn.ControllerFailure.Kind;
import io.airouter.sdn.ControllerFailureException;
import io.airouter.sdn.MappingRow;
import io.airouter.sdn.RemoteMappings;
import io.airouter.southbound.Restconf.Answer;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * The mapping database of an OpenDaylight controller. Only the default virtual network is read and
 * written, and of it only mappings: a read of the whole would bring its authentication keys along.
 * ETags are not used, for they stay the same whatever changes; contents are compared instead.
 */
public final class OpenDaylight implements RemoteMappings {
  /** For one exchange; a busy controller was seen to take a third of a second for a write. */
  public static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final String NETWORK =
      "/data/odl-mappingservice:mapping-database/virtual-network-identifier=0";

  private final Restconf restconf;
  private final Controller controller;
  private Optional<URI> root = Optional.empty();

  /**
   * A client of that controller.
   *
   * @param patience for one exchange
   */
  public OpenDaylight(Controller controller, AllowedHosts hosts, Duration patience) {
    this.controller = controller;
    this.restconf = new Restconf(controller, hosts, patience);
  }

  @Override
  public SequencedSet<EidPrefix> eids() throws ControllerFailureException {
    Optional<JsonObject> body =
        read(NETWORK + "?content=config&fields=mapping(eid-uri)", "the list of mappings");
    return new LinkedHashSet<>(body.map(MappingRows::eids).orElse(List.of()));
  }

  @Override
  public Optional<MappingRow> row(EidPrefix eid) throws ControllerFailureException {
    return read(entry(eid) + "?content=config", "the mapping of " + eid)
        .flatMap(body -> MappingRows.rows(body).stream().findFirst());
  }

  @Override
  public List<MappingRow> registrations() throws ControllerFailureException {
    return read(NETWORK + "?content=nonconfig", "the registrations")
        .map(MappingRows::registrations)
        .orElse(List.of());
  }

  @Override
  public int put(MappingRow row) throws ControllerFailureException {
    URI uri = at(entry(row.eid()));
    Answer answer = restconf.put(uri, MappingJson.mapping(row).toString());
    return succeeded(answer, "writing the mapping of " + row.eid());
  }

  @Override
  public int delete(EidPrefix eid) throws ControllerFailureException {
    Answer answer = restconf.delete(at(entry(eid)));
    return RestconfErrors.isMissing(answer)
        ? answer.status()
        : succeeded(answer, "deleting the mapping of " + eid);
  }

  @Override
  public String probe() throws ControllerFailureException {
    root = Optional.empty();
    int count = eids().size();
    return "RESTCONF at " + root.map(URI::toString).orElse("") + ", " + count + " mappings";
  }

  private static String entry(EidPrefix eid) {
    String key = URLEncoder.encode(MappingJson.eidUri(eid), StandardCharsets.UTF_8);
    return NETWORK + "/mapping=" + key + ",northbound";
  }

  private URI at(String path) throws ControllerFailureException {
    if (root.isEmpty()) {
      root = Optional.of(RootDiscovery.root(restconf, controller));
    }
    return URI.create(root.get() + path);
  }

  /** Empty where the resource is missing, which is how the server says that there is nothing. */
  private Optional<JsonObject> read(String path, String what) throws ControllerFailureException {
    Answer answer = restconf.get(at(path), Restconf.YANG_JSON);
    if (RestconfErrors.isMissing(answer)) {
      return Optional.empty();
    }
    succeeded(answer, "reading " + what);
    try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
      return Optional.of(reader.readObject());
    } catch (JsonException | IllegalStateException e) {
      throw new ControllerFailureException(
          ControllerFailure.of(Kind.RUBBISH, "reading " + what + " brought no JSON object"));
    }
  }

  /** Whatever the status, the root may have moved when it is no success. */
  private int succeeded(Answer answer, String what) throws ControllerFailureException {
    if (!answer.isSuccess()) {
      root = Optional.empty();
      throw new ControllerFailureException(RestconfErrors.failure(what, answer));
    }
    return answer.status();
  }

  @Override
  public void close() {
    restconf.close();
  }
}
