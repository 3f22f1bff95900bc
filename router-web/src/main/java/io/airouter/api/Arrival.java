package io.airouter.api;

import io.airouter.access.Caller;
import io.airouter.model.ModelCatalogue;
import io.airouter.model.ModelId;
import java.util.Optional;

/**
 * What is known of a query before its body is read: its id, who asks, and the models there are at
 * that moment.
 */
record Arrival(String requestId, Caller caller, ModelCatalogue catalogue) {
  /** The word that leaves the choice of the model to the router. */
  static final String AUTO = "auto";

  /**
   * The model a caller named; empty where it left the choice to the router.
   *
   * @throws ProblemException 404 where there is no such model
   */
  Optional<ModelId> model(String name, String field) {
    if (name.isBlank() || name.strip().equalsIgnoreCase(AUTO)) {
      return Optional.empty();
    }
    try {
      return Optional.of(ModelNames.known(name, catalogue));
    } catch (ProblemException e) {
      throw e.problem().inField(field).asException();
    }
  }
}
