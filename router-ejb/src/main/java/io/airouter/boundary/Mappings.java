package io.airouter.boundary;

import io.airouter.boundary.MappingView.Registrant;
import io.airouter.lisp.EidPrefix;
import io.airouter.mapping.Mapping;
import io.airouter.mapserver.MapServer;
import io.airouter.mapserver.Registration;
import io.airouter.model.Model;
import io.airouter.model.ModelCatalogue;
import io.airouter.model.ModelId;
import io.airouter.table.RoutingTable;
import io.airouter.table.Snapshot;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The mapping database as LISP answers from it; from memory, for any thread. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class Mappings {
  @Inject private RoutingTable table;
  @Inject private MapServer mapServer;

  /** All entries, by Instance-ID, address family and EID-Prefix. */
  public List<MappingView> mappings() {
    Snapshot now = table.snapshot();
    Map<EidPrefix, List<Registration>> registrations =
        mapServer.registrations().stream().collect(Collectors.groupingBy(Registration::eid));
    Map<EidPrefix, ModelId> models = models(now.catalogue());
    return now.mappings().all().stream()
        .map(
            mapping ->
                view(
                    mapping,
                    Optional.ofNullable(models.get(mapping.eid())),
                    registrations.getOrDefault(mapping.eid(), List.of())))
        .toList();
  }

  /** The entry of exactly that EID-Prefix. */
  public Optional<MappingView> mapping(EidPrefix eid) {
    Snapshot now = table.snapshot();
    return now.mappings().exact(eid).map(mapping -> view(now, mapping));
  }

  /** The entries within that EID-Prefix, its own not, at most {@code cap}. */
  public List<Mapping> moreSpecifics(EidPrefix eid, int cap) {
    return table.snapshot().mappings().moreSpecifics(eid, cap);
  }

  /** What an ITR that asks for {@code asked} is told now. */
  public EidAnswer answer(EidPrefix asked) {
    Snapshot now = table.snapshot();
    Optional<MappingView> entry =
        now.mappings().longestMatch(asked).map(mapping -> view(now, mapping));
    return new EidAnswer(asked, entry, mapServer.wouldReply(asked));
  }

  private MappingView view(Snapshot now, Mapping mapping) {
    List<Registration> registrations =
        mapServer.registrations().stream().filter(r -> r.eid().equals(mapping.eid())).toList();
    Optional<ModelId> model = Optional.ofNullable(models(now.catalogue()).get(mapping.eid()));
    return view(mapping, model, registrations);
  }

  private static MappingView view(
      Mapping mapping, Optional<ModelId> model, List<Registration> registrations) {
    return new MappingView(mapping, model, registrations.stream().map(Registrant::of).toList());
  }

  private static Map<EidPrefix, ModelId> models(ModelCatalogue catalogue) {
    Map<EidPrefix, ModelId> models = new HashMap<>();
    for (Model model : catalogue.models()) {
      Snapshot.eids(model).forEach(eid -> models.put(eid, model.id()));
    }
    return models;
  }
}
