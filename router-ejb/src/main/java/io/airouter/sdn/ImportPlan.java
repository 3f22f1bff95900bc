package io.airouter.sdn;

import io.airouter.model.Endpoint;
import io.airouter.model.EndpointId;
import java.util.List;

/**
 * What follows from a controller's registrations.
 *
 * @param put endpoints that are new, or whose registration now says something else
 * @param remove endpoints whose registration has been gone for a while
 * @param known what is remembered from now on
 * @param held why endpoints are kept that would be removed; empty where none is
 */
public record ImportPlan(
    List<Endpoint> put, List<EndpointId> remove, List<ImportedLocation> known, String held) {
  public ImportPlan {
    put = List.copyOf(put);
    remove = List.copyOf(remove);
    known = List.copyOf(known);
  }
}
