package io.airouter.boundary;

import io.airouter.cluster.Node;
import io.airouter.history.SystemHistory;
import io.airouter.history.SystemSample;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How this node fares; memory only. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@RolesAllowed({Roles.VIEWER, Roles.OPERATOR, Roles.ADMIN})
public class Monitoring {
  private static final int MAX_SAMPLES = 720;

  @Inject private SystemHistory system;
  @Inject private Node node;

  /** What this node is called. */
  public String node() {
    return node.name();
  }

  /** The newest sample; empty in the first seconds. */
  public Optional<SystemSample> latest() {
    return system.latest();
  }

  /** The last {@code range}, at most a day, in 1 to 720 samples, oldest first. */
  public List<SystemSample> system(Duration range, int samples) {
    Duration within = range.compareTo(SystemHistory.LONGEST) < 0 ? range : SystemHistory.LONGEST;
    return system.over(within, Math.clamp(samples, 1, MAX_SAMPLES));
  }
}
