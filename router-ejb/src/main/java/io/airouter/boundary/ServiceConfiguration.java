package io.airouter.boundary;

import io.airouter.mapserver.Site;
import io.airouter.model.ModelCatalogue;
import jakarta.json.JsonObject;
import java.util.List;

/**
 * Understands what an operator writes of a service in the form of the configuration file: the
 * fields that are given change, the others stay, a null removes, a list is whole (RFC 7396).
 */
public interface ServiceConfiguration {
  /**
   * Models, their endpoints and scoring weights.
   *
   * @throws EditRefusedException with everything that is wrong
   */
  EditOrder llm(JsonObject config, ModelCatalogue now);

  /**
   * Workload classes and sites.
   *
   * @param sites as they are; a key that is given without a secret keeps its own
   * @throws EditRefusedException with everything that is wrong
   */
  EditOrder lisp(JsonObject config, ModelCatalogue now, List<Site> sites);

  /**
   * Weights, priorities and states of the services' records.
   *
   * @throws EditRefusedException with everything that is wrong
   */
  EditOrder dns(JsonObject config, ModelCatalogue now);
}
