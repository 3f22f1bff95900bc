package io.airouter.sdn;

import io.airouter.model.Endpoint;
import io.airouter.model.EndpointId;
import io.airouter.model.ModelCatalogue;

/** The catalogue as an import changes it: durable first, then in the live state. */
public interface ImportedEndpoints {
  ModelCatalogue catalogue();

  void put(Endpoint endpoint);

  void remove(EndpointId endpoint);
}
