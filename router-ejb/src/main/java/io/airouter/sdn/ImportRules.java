package io.airouter.sdn;

import io.airouter.lisp.Ipv4Address;
import io.airouter.lisp.Ipv6Address;
import io.airouter.lisp.LispAddress;
import io.airouter.lisp.Locator;
import io.airouter.model.AdminState;
import io.airouter.model.Endpoint;
import io.airouter.model.EndpointId;
import io.airouter.model.Health;
import io.airouter.model.Model;
import io.airouter.model.ModelCatalogue;
import io.airouter.model.Origin;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How registrations at a controller become endpoints: each usable address registered for a model's
 * service EID becomes one, unless the model already has an endpoint there. An endpoint goes when
 * its registration was missing in all reads for {@link #GRACE}; when most would go at once, none
 * does until an operator asks, for that is how a controller that lost its memory looks.
 */
public final class ImportRules {
  /** How long a registration may be missing. */
  public static final Duration GRACE = Duration.ofMinutes(3);

  /** So that a controller cannot fill the catalogue. */
  public static final int MAX_PER_MODEL = 64;

  private static final int HARMLESS = 1;
  private static final String BROADCAST = "255.255.255.255";

  private ImportRules() {}

  /** Compares what is registered with what was imported. */
  public static ImportPlan plan(
      ModelCatalogue catalogue,
      List<MappingRow> registrations,
      List<ImportedLocation> known,
      Moment moment) {
    Map<EndpointId, Endpoint> registered = registered(catalogue, registrations);
    Map<EndpointId, ImportedLocation> seen = new LinkedHashMap<>();
    known.forEach(location -> seen.put(location.endpoint(), location));
    List<Endpoint> put =
        registered.values().stream()
            .filter(e -> isNews(catalogue, e, Optional.ofNullable(seen.get(e.id()))))
            .toList();
    registered.forEach((id, e) -> seen.put(id, new ImportedLocation(id, moment.now(), said(e))));
    List<EndpointId> gone =
        seen.values().stream()
            .filter(location -> location.lastSeen().plus(GRACE).isBefore(moment.now()))
            .map(ImportedLocation::endpoint)
            .toList();
    boolean isHeld = !moment.isPush() && gone.size() > HARMLESS && gone.size() * 2 > seen.size();
    String held = isHeld ? held(gone.size(), seen.size()) : "";
    List<EndpointId> remove = isHeld ? List.of() : gone;
    remove.forEach(seen::remove);
    return new ImportPlan(put, remove, List.copyOf(seen.values()), held);
  }

  /**
   * When it is compared, and for whom.
   *
   * @param isPush whether an operator asked
   */
  public record Moment(Instant now, boolean isPush) {}

  private static String held(int gone, int all) {
    return "%d of %d imported endpoints are no longer registered; import by hand to remove them"
        .formatted(gone, all);
  }

  private static Map<EndpointId, Endpoint> registered(
      ModelCatalogue catalogue, List<MappingRow> registrations) {
    Map<EndpointId, Endpoint> endpoints = new LinkedHashMap<>();
    for (MappingRow row : registrations) {
      Optional<Model> model =
          row.eid().instanceId() == 0 && row.eid().isHost()
              ? address(row.eid().address()).flatMap(catalogue::modelOf)
              : Optional.empty();
      model.ifPresent(m -> endpoints(catalogue, m, row).forEach(e -> endpoints.put(e.id(), e)));
    }
    return endpoints;
  }

  private static List<Endpoint> endpoints(ModelCatalogue catalogue, Model model, MappingRow row) {
    List<Endpoint> endpoints = new ArrayList<>();
    for (RowLocator located : row.locators()) {
      Locator locator = located.locator();
      Optional<InetAddress> rloc =
          locator.priority() == Locator.UNUSABLE ? Optional.empty() : address(locator.rloc());
      rloc.filter(a -> endpoints.size() < MAX_PER_MODEL && isFree(catalogue, model, a))
          .ifPresent(a -> endpoints.add(endpoint(catalogue, model, locator, a)));
    }
    return endpoints;
  }

  /** Not where an endpoint of another origin already stands. */
  private static boolean isFree(ModelCatalogue catalogue, Model model, InetAddress rloc) {
    return catalogue.endpointsOf(model.id()).stream()
        .noneMatch(e -> e.origin() != Origin.IMPORTED && e.addresses().contains(rloc));
  }

  /** An operator's wish and the checks' verdict outlive a new registration. */
  private static Endpoint endpoint(
      ModelCatalogue catalogue, Model model, Locator locator, InetAddress rloc) {
    String literal = rloc.getHostAddress().replace('.', '-').replace(':', '-');
    EndpointId id = EndpointId.of(model.id(), "sdn-" + literal);
    Optional<Endpoint> old = catalogue.endpoint(id);
    return new Endpoint(
        id,
        model.id(),
        model.registration().baseUrl(rloc),
        List.of(rloc),
        locator.priority(),
        Math.min(locator.weight(), Endpoint.MAX_WEIGHT),
        old.flatMap(Endpoint::credential),
        Origin.IMPORTED,
        old.map(Endpoint::adminState).orElse(AdminState.ACTIVE),
        old.map(Endpoint::health).orElse(Health.UNKNOWN));
  }

  private static boolean isNews(
      ModelCatalogue catalogue, Endpoint endpoint, Optional<ImportedLocation> known) {
    boolean saysTheSame = known.filter(k -> k.said().equals(said(endpoint))).isPresent();
    return !saysTheSame || catalogue.endpoint(endpoint.id()).isEmpty();
  }

  private static String said(Endpoint endpoint) {
    return endpoint.priority() + "/" + endpoint.weight();
  }

  /** What can be called: the one address of one host. */
  private static Optional<InetAddress> address(LispAddress address) {
    Optional<InetAddress> inet =
        switch (address) {
          case Ipv4Address v4 -> Optional.of(v4.toInetAddress());
          case Ipv6Address v6 -> Optional.of(v6.toInetAddress());
          default -> Optional.empty();
        };
    return inet.filter(
        a ->
            !a.isAnyLocalAddress()
                && !a.isMulticastAddress()
                && !a.getHostAddress().equals(BROADCAST));
  }
}
