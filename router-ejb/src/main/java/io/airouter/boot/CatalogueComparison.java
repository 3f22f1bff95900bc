package io.airouter.boot;

import io.airouter.model.CatalogueEdit;
import io.airouter.model.CatalogueEdit.EndpointEdit;
import io.airouter.model.CatalogueEdit.ModelEdit;
import io.airouter.model.Endpoint;
import io.airouter.model.Model;
import io.airouter.model.ModelCatalogue;
import io.airouter.model.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The edits that lead from one catalogue's models and configured endpoints to another's. */
final class CatalogueComparison {
  private CatalogueComparison() {}

  /** Removals first, so that what they held is free. */
  static List<CatalogueEdit> edits(ModelCatalogue now, ModelCatalogue wanted) {
    List<CatalogueEdit> edits = new ArrayList<>();
    now.models().stream()
        .filter(m -> wanted.model(m.id()).isEmpty())
        .map(ModelEdit::remove)
        .forEach(edits::add);
    now.endpoints().stream()
        .filter(e -> e.origin() == Origin.CONFIGURED && wanted.endpoint(e.id()).isEmpty())
        .filter(e -> wanted.model(e.model()).isPresent())
        .map(EndpointEdit::remove)
        .forEach(edits::add);
    for (Model model : wanted.models()) {
      Optional<Model> before = now.model(model.id());
      add(edits, new ModelEdit(before, Optional.of(model)));
    }
    for (Endpoint endpoint : wanted.endpoints()) {
      Optional<Endpoint> before = now.endpoint(endpoint.id());
      Endpoint after = before.map(b -> endpoint.withAdminState(b.adminState())).orElse(endpoint);
      add(edits, new EndpointEdit(before, Optional.of(after)));
    }
    return edits;
  }

  private static void add(List<CatalogueEdit> edits, CatalogueEdit edit) {
    if (!edit.wordsBefore().equals(edit.wordsAfter())) {
      edits.add(edit);
    }
  }
}
