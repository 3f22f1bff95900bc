package io.airouter.model;

import java.util.List;

/**
 * Where the catalogue is kept over restarts. Each call is durable when it returns; it runs in the
 * caller's transaction where there is one. Registered endpoints are not kept here: they come back
 * by registering.
 */
public interface CatalogueStore {
  /** All that is kept; an empty catalogue on first start. */
  ModelCatalogue load();

  /**
   * All that is kept, to be edited: until the caller's transaction ends, nobody else is given it,
   * on whichever node.
   */
  ModelCatalogue loadForEdit();

  void save(Model model);

  void remove(ModelId model);

  /** Keeps the endpoint's configuration and the operator's wishes, not its health. */
  void save(Endpoint endpoint);

  void remove(EndpointId endpoint);

  void savePolicy(List<WorkloadClass> classes, ScoringWeights weights);
}
