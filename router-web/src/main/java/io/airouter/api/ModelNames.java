package io.airouter.api;

import io.airouter.model.ModelCatalogue;
import io.airouter.model.ModelId;

/** Names of models as requests write them. */
final class ModelNames {
  private static final int SHOWN = 100;

  private ModelNames() {}

  /**
   * The id of a model that exists.
   *
   * @throws ProblemException 404 where there is none of that name
   */
  static ModelId known(String name, ModelCatalogue catalogue) {
    try {
      ModelId id = ModelId.parse(name);
      if (catalogue.model(id).isPresent()) {
        return id;
      }
    } catch (IllegalArgumentException e) {
      // What can be no model's id is as unknown as one that is nobody's.
    }
    throw unknown(name);
  }

  static ProblemException unknown(String name) {
    String shown = name.length() > SHOWN ? name.substring(0, SHOWN) + "…" : name;
    return Problem.of(
            Problem.NOT_FOUND, "model_not_found", "There is no model '" + shown + "' here.")
        .inField("model")
        .asException();
  }
}
