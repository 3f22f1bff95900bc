package io.airouter.table;

import io.airouter.lisp.EidPrefix;
import io.airouter.lisp.Locator;
import io.airouter.mapping.Mapping;
import io.airouter.mapping.MappingDatabase;
import io.airouter.model.Model;
import io.airouter.model.ModelCatalogue;
import io.airouter.naming.Service;
import io.airouter.naming.ServiceInstance;
import io.airouter.naming.ServiceRegistry;
import io.airouter.table.MappingLookup.RlocView;
import io.airouter.table.ServiceLookup.InstanceView;
import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The live state at one moment: what all planes read, whole and consistent. Immutable; {@code
 * version} grows by one with each change.
 *
 * @param mappings what LISP is answered
 * @param registered what ETRs registered, as they said it; where an EID stands for a model, {@code
 *     mappings} holds what was made of it
 */
public record Snapshot(
    long version,
    ModelCatalogue catalogue,
    MappingDatabase mappings,
    MappingDatabase registered,
    ServiceRegistry services) {
  public Snapshot {
    Objects.requireNonNull(catalogue);
    Objects.requireNonNull(mappings);
    Objects.requireNonNull(registered);
    Objects.requireNonNull(services);
  }

  Snapshot withMappings(MappingDatabase next) {
    return new Snapshot(version, catalogue, next, registered, services);
  }

  /** The EIDs that stand for the model: its service EID and its distinguished name. */
  public static List<EidPrefix> eids(Model model) {
    return Locations.eids(model);
  }

  /** Asks the mapping database for the model's service EID, as an ITR would. */
  public MappingLookup lookUpMapping(Model model) {
    String asked = model.serviceEid().getHostAddress();
    Optional<Mapping> match = mappings.longestMatch(EidPrefix.parse(asked));
    return new MappingLookup(
        asked,
        match.map(m -> m.eid().toString()),
        match.map(m -> m.origin().word()).orElse("none"),
        match.map(Mapping::ttlMinutes).orElse(0L),
        match.map(Mapping::locators).orElse(List.of()).stream().map(Snapshot::view).toList());
  }

  /** Asks the service registry for the model's name, as a resolver would. */
  public ServiceLookup lookUpService(Model model) {
    Optional<Service> match = services.service(model.id().value());
    List<InstanceView> answerable =
        match.map(Service::instances).orElse(List.of()).stream()
            .filter(ServiceInstance::serving)
            .map(Snapshot::view)
            .toList();
    String name = model.id() + "." + services.zone().apex();
    return new ServiceLookup(name, match.isPresent(), answerable);
  }

  private static RlocView view(Locator locator) {
    return new RlocView(locator.rloc().toString(), locator.priority(), locator.weight());
  }

  private static InstanceView view(ServiceInstance instance) {
    return new InstanceView(
        instance.endpoint(),
        instance.addresses().stream().map(InetAddress::getHostAddress).toList(),
        instance.port(),
        instance.priority(),
        instance.weight());
  }
}
