package io.airouter.cluster;

import io.airouter.model.CatalogueStore;
import io.airouter.model.Endpoint;
import io.airouter.model.EndpointId;
import io.airouter.model.Model;
import io.airouter.model.ModelCatalogue;
import io.airouter.model.ModelId;
import io.airouter.model.ScoringWeights;
import io.airouter.model.WorkloadClass;
import java.util.List;

/** A catalogue without a database. */
public final class CatalogueInMemory implements CatalogueStore {
  private ModelCatalogue catalogue = ModelCatalogue.EMPTY;

  public void keep(ModelCatalogue next) {
    catalogue = next;
  }

  @Override
  public ModelCatalogue load() {
    return catalogue;
  }

  @Override
  public ModelCatalogue loadForEdit() {
    return load();
  }

  @Override
  public void save(Model model) {
    catalogue = catalogue.with(model);
  }

  @Override
  public void remove(ModelId model) {
    catalogue = catalogue.without(model);
  }

  @Override
  public void save(Endpoint endpoint) {
    catalogue = catalogue.with(endpoint);
  }

  @Override
  public void remove(EndpointId endpoint) {
    catalogue = catalogue.without(endpoint);
  }

  @Override
  public void savePolicy(List<WorkloadClass> classes, ScoringWeights weights) {
    catalogue = catalogue.withPolicy(classes, weights);
  }
}
