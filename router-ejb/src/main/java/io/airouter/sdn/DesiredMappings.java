package io.airouter.sdn;

import io.airouter.lisp.EidPrefix;
import io.airouter.lisp.LispAddress;
import io.airouter.lisp.Locator;
import io.airouter.lisp.NegativeAction;
import io.airouter.mapping.Mapping;
import io.airouter.model.Endpoint;
import io.airouter.model.Model;
import io.airouter.model.Origin;
import io.airouter.table.RoutingTable;
import io.airouter.table.Snapshot;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What controllers should hold: one row for the service EID of each model, with the locators that
 * the LISP plane answers now.
 *
 * <p>Endpoints that were imported from a controller are left out, so that nothing learnt is written
 * back. A model none of whose own endpoints serves keeps its row with locators of priority 255,
 * which nobody may use (RFC 9301 §5.4): an outage must not look like a deletion. A model whose own
 * endpoints have no address has no row, for it could bear no {@link OwnershipMark}. Distinguished
 * names are not published: OpenDaylight's rows are read and written by address prefix.
 *
 * @param tableVersion of the snapshot it was made from
 */
public record DesiredMappings(long tableVersion, List<DesiredMapping> rows) {
  public DesiredMappings {
    rows = List.copyOf(rows);
  }

  public static DesiredMappings of(Snapshot snapshot) {
    return new DesiredMappings(
        snapshot.version(),
        snapshot.catalogue().models().stream()
            .flatMap(model -> row(snapshot, model).stream())
            .toList());
  }

  private static Optional<DesiredMapping> row(Snapshot snapshot, Model model) {
    EidPrefix eid = EidPrefix.host(LispAddress.of(model.serviceEid()));
    Set<LispAddress> own = ownAddresses(snapshot.catalogue().endpointsOf(model.id()));
    Optional<Mapping> live = snapshot.mappings().exact(eid);
    Map<LispAddress, Locator> serving = new LinkedHashMap<>();
    live.map(Mapping::locators).orElse(List.of()).stream()
        .filter(locator -> own.contains(locator.rloc()))
        .forEach(locator -> serving.put(locator.rloc(), locator));
    List<RowLocator> locators =
        (serving.isEmpty()
                ? own.stream().map(DesiredMappings::unusable)
                : serving.values().stream())
            .map(l -> new RowLocator(OwnershipMark.locatorId(l.rloc()), l))
            .toList();
    long ttl = live.map(Mapping::ttlMinutes).orElse(RoutingTable.DEFAULT_MAP_CACHE_TTL.toMinutes());
    return locators.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DesiredMapping(
                model.id().value(), new MappingRow(eid, ttl, NegativeAction.NO_ACTION, locators)));
  }

  private static Set<LispAddress> ownAddresses(List<Endpoint> endpoints) {
    return endpoints.stream()
        .filter(e -> e.origin() != Origin.IMPORTED)
        .flatMap(e -> e.addresses().stream())
        .map(LispAddress::of)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Locator unusable(LispAddress rloc) {
    return Locator.unicast(Locator.UNUSABLE, 0, rloc);
  }
}
