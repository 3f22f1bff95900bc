package io.airouter.table;

import io.airouter.lisp.EidPrefix;
import io.airouter.mapping.Mapping;
import io.airouter.model.AdminState;
import io.airouter.model.Endpoint;
import io.airouter.model.EndpointId;
import io.airouter.model.Health;
import io.airouter.model.Model;
import io.airouter.model.ModelCatalogue;
import io.airouter.model.ModelId;
import io.airouter.model.ScoringWeights;
import io.airouter.model.WorkloadClass;
import java.net.InetAddress;
import java.util.List;

/**
 * One change of the live state. Fine-grained, so that two changes of one endpoint (its weight by an
 * operator, its health by a check) never undo each other.
 */
public sealed interface RouteChange {
  /** The configured state as it was kept. What is registered stays and is applied to it anew. */
  record CatalogueLoaded(ModelCatalogue catalogue) implements RouteChange {}

  /** A new or edited model. */
  record ModelPut(Model model) implements RouteChange {}

  /** A model left, with its endpoints. */
  record ModelRemoved(ModelId model) implements RouteChange {}

  /**
   * A new or edited endpoint. While its base URL stays, so do the health and the addresses that the
   * table knows.
   */
  record EndpointPut(Endpoint endpoint) implements RouteChange {}

  /** An endpoint left. */
  record EndpointRemoved(EndpointId endpoint) implements RouteChange {}

  /** An operator set a weight, 0..100. */
  record EndpointWeightSet(EndpointId endpoint, int weight) implements RouteChange {}

  /** An operator drains, stops or resumes an endpoint. */
  record EndpointAdminStateSet(EndpointId endpoint, AdminState state) implements RouteChange {}

  /** The checks came to a new verdict. */
  record EndpointHealthChanged(EndpointId endpoint, Health health) implements RouteChange {}

  /** The base URL's host resolved to these addresses. */
  record EndpointResolved(EndpointId endpoint, List<InetAddress> addresses) implements RouteChange {
    public EndpointResolved {
      addresses = List.copyOf(addresses);
    }
  }

  /** Workload classes and default scoring weights were edited. */
  record PolicySet(List<WorkloadClass> classes, ScoringWeights weights) implements RouteChange {
    public PolicySet {
      classes = List.copyOf(classes);
    }
  }

  /**
   * These locators are now registered for an EID-Prefix, those of all its ETRs together. Where the
   * EID stands for a model, they become endpoints of that model, beside those registered for its
   * other EID.
   */
  record MappingRegistered(Mapping mapping) implements RouteChange {}

  /** The last registration of an EID-Prefix was withdrawn or ran out. */
  record MappingWithdrawn(EidPrefix eid) implements RouteChange {}
}
