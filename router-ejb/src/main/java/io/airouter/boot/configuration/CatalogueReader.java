package io.airouter.boot.configuration;

import io.airouter.model.Endpoint;
import io.airouter.model.ModelCatalogue;
import io.airouter.model.ScoringWeights;
import java.util.List;

/** Reads what is routed; the catalogue may be asked for only when nothing was refused. */
final class CatalogueReader {
  private final ModelReader models;
  private final WorkloadClassReader classes;
  private final ScoringWeights weights;

  CatalogueReader(Section root, Credentials credentials) {
    models = new ModelReader(root.section("models"), credentials);
    classes = new WorkloadClassReader(root.section("lisp"), models.ids());
    weights = WeightsReader.weights(root.section("load_balancing"), CatalogueKeys.LOAD_BALANCING);
  }

  List<Endpoint> endpoints() {
    return models.endpoints();
  }

  ModelCatalogue catalogue() {
    return new ModelCatalogue(models.models(), models.endpoints(), classes.classes(), weights);
  }
}
