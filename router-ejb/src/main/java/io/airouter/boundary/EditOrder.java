package io.airouter.boundary;

import io.airouter.access.EndpointSecret;
import io.airouter.mapserver.Site;
import io.airouter.model.CatalogueEdit;
import java.util.List;
import java.util.Optional;

/**
 * Edits that are kept together or not at all.
 *
 * @param sites the LISP sites as they shall all be; empty where they stay
 */
public record EditOrder(
    List<CatalogueEdit> edits, List<EndpointSecret> secrets, Optional<List<Site>> sites) {
  public EditOrder {
    edits = List.copyOf(edits);
    secrets = List.copyOf(secrets);
    sites = sites.map(List::copyOf);
  }

  public static EditOrder of(List<CatalogueEdit> edits) {
    return new EditOrder(edits, List.of(), Optional.empty());
  }

  /** Edits with the secrets that their endpoints name. */
  public static EditOrder of(List<CatalogueEdit> edits, List<EndpointSecret> secrets) {
    return new EditOrder(edits, secrets, Optional.empty());
  }
}
