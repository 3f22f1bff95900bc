package io.airouter.boundary;

import io.airouter.dns.RRset;
import io.airouter.dns.WireAnswer;
import io.airouter.dns.WireClient;
import io.airouter.dns.WireQuery;
import io.airouter.nameserver.NameServer;
import io.airouter.naming.Service;
import io.airouter.table.RoutingTable;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/** The zone as DNS answers from it; for any thread. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class Names {
  @Inject private RoutingTable table;
  @Inject private NameServer nameServer;
  @Inject private WireClient client;

  /** The zone's apex, such as {@code ai-workload.internal.} */
  public String apex() {
    return table.snapshot().services().zone().apex().toString();
  }

  /** All services, by name. */
  public List<Service> services() {
    return table.snapshot().services().services();
  }

  /** Every RRset of the zone as of now, by name and type. */
  public List<RRset> records() {
    return nameServer.zone();
  }

  /**
   * Asks the open DNS port as a client would; waits for the answer.
   *
   * @throws WireClient.NoAnswerException where none came
   */
  public WireAnswer ask(WireQuery query) {
    return client.ask(query);
  }
}
