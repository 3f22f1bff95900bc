package io.airouter.boundary;

import io.airouter.cluster.Leadership;
import io.airouter.cluster.Node;
import io.airouter.history.DatabaseProbe;
import io.airouter.mapserver.LispListening;
import io.airouter.model.Endpoint;
import io.airouter.model.Model;
import io.airouter.nameserver.DnsListening;
import io.airouter.table.RoutingTable;
import io.airouter.table.Snapshot;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;

/** The health of each plane, for probes and the dashboard; answers from memory within a moment. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class PlaneHealth {
  @Inject private RoutingTable table;
  @Inject private LispListening lispListening;
  @Inject private DnsListening dnsListening;
  @Inject private DatabaseProbe database;
  @Inject private Node node;
  @Inject private Leadership leadership;

  /** Whether the LISP control port is open. */
  public PlaneStatus lisp() {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("address", lispListening.address());
    details.put("mappings", String.valueOf(table.snapshot().mappings().size()));
    return PlaneStatus.of("lisp", lispListening.open(), details);
  }

  /** Whether the DNS port is open over UDP and TCP. */
  public PlaneStatus dns() {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("address", dnsListening.address());
    details.put("zone", table.snapshot().services().zone().apex().toString());
    details.put("services", String.valueOf(table.snapshot().services().services().size()));
    return PlaneStatus.of("dns", dnsListening.open(), details);
  }

  /** Up while at least one model has a serving endpoint; each model's share in the details. */
  public PlaneStatus models() {
    Snapshot now = table.snapshot();
    Map<String, String> details = new LinkedHashMap<>();
    boolean anyServes = false;
    for (Model model : now.catalogue().models()) {
      var endpoints = now.catalogue().endpointsOf(model.id());
      long serving = endpoints.stream().filter(Endpoint::isServing).count();
      details.put(model.id().value(), serving + " of " + endpoints.size() + " endpoints serving");
      anyServes |= model.enabled() && serving > 0;
    }
    return PlaneStatus.of("models", anyServes, details);
  }

  /** Whether PostgreSQL answered lately; and which of the nodes on it leads. */
  public PlaneStatus database() {
    DatabaseProbe.Verdict verdict = database.verdict();
    Map<String, String> details = new LinkedHashMap<>();
    details.put("detail", verdict.detail());
    details.put("node", node.name());
    details.put("leader", leadership.standing().leader().orElse("unknown"));
    details.put("leading", String.valueOf(leadership.standing().leading()));
    verdict.since().ifPresent(since -> details.put("since", since.toString()));
    return PlaneStatus.of("database", verdict.up(), details);
  }
}
