package io.airouter.table;

import io.airouter.lisp.EidPrefix;
import io.airouter.lisp.LispAddress;
import io.airouter.lisp.Locator;
import io.airouter.mapping.Mapping;
import io.airouter.mapping.MappingOrigin;
import io.airouter.model.Endpoint;
import io.airouter.model.Model;
import io.airouter.naming.Service;
import io.airouter.naming.ServiceInstance;
import java.net.InetAddress;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One model and its endpoints, told in the words of the planes: the mappings of its service EID and
 * its distinguished name, and its service in the registry.
 */
record Locations(Model model, List<Endpoint> endpoints) {
  private static final int MAX_LOCATOR_WEIGHT = 255;

  /** The EIDs that stand for the model. */
  static List<EidPrefix> eids(Model model) {
    return List.of(
        EidPrefix.parse(model.serviceEid().getHostAddress()),
        EidPrefix.parse("name:" + model.distinguishedName()));
  }

  List<Mapping> mappings(long ttlMinutes, Instant now) {
    List<Locator> locators = locators();
    return eids(model).stream()
        .map(eid -> new Mapping(eid, locators, MappingOrigin.MODEL, ttlMinutes, now))
        .toList();
  }

  /** Endpoints that share an address share a locator: RFC 9301 knows no ports. */
  private List<Locator> locators() {
    Map<InetAddress, Locator> byAddress = new LinkedHashMap<>();
    for (Endpoint endpoint : servingEndpoints()) {
      for (InetAddress address : endpoint.addresses()) {
        Locator locator =
            Locator.unicast(endpoint.priority(), endpoint.weight(), LispAddress.of(address));
        byAddress.merge(address, locator, Locations::merged);
      }
    }
    return List.copyOf(byAddress.values());
  }

  private static Locator merged(Locator a, Locator b) {
    if (a.priority() != b.priority()) {
      return a.priority() < b.priority() ? a : b;
    }
    int weight = Math.min(MAX_LOCATOR_WEIGHT, a.weight() + b.weight());
    return Locator.unicast(a.priority(), weight, a.rloc());
  }

  Service service() {
    List<String> attributes =
        List.of(
            "dialect=" + model.dialect().word(),
            "model=" + model.upstreamName(),
            "eid=" + model.serviceEid().getHostAddress());
    return new Service(model.id().value(), attributes, instances().toList());
  }

  private Stream<ServiceInstance> instances() {
    return endpoints.stream()
        .map(
            e ->
                new ServiceInstance(
                    e.id().value(),
                    e.addresses(),
                    e.port(),
                    e.priority(),
                    e.weight(),
                    e.isTls(),
                    model.enabled() && e.isServing()));
  }

  private List<Endpoint> servingEndpoints() {
    return model.enabled() ? endpoints.stream().filter(Endpoint::isServing).toList() : List.of();
  }
}
