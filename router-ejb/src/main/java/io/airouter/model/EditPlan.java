package io.airouter.model;

import io.airouter.model.CatalogueEdit.EndpointEdit;
import io.airouter.model.CatalogueEdit.ModelEdit;
import io.airouter.model.CatalogueEdit.PolicyEdit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a row of edits would make of a catalogue, worked out without changing anything. The edits
 * are taken in their order, each against what the ones before it left.
 *
 * @param after the catalogue as it would be; the one before where an edit is refused
 * @param differences what changes, endpoints that go with their model included
 * @param conflicts edits that somebody else was faster than
 * @param findings why edits are refused; empty where all may be applied
 */
public record EditPlan(
    ModelCatalogue after,
    List<Difference> differences,
    List<Conflict> conflicts,
    List<Finding> findings) {
  public EditPlan {
    differences = List.copyOf(differences);
    conflicts = List.copyOf(conflicts);
    findings = List.copyOf(findings);
  }

  /**
   * One subject that two operators changed.
   *
   * @param theirs from what the editor saw to what the subject is now
   * @param yours from what the editor saw to what the editor wants
   */
  public record Conflict(String subject, List<Difference> theirs, List<Difference> yours) {
    public Conflict {
      theirs = List.copyOf(theirs);
      yours = List.copyOf(yours);
    }
  }

  /** Why a field of a subject cannot be so. */
  public record Finding(String subject, String field, String reason) {}

  /** Plans the edits on that catalogue. */
  public static EditPlan of(ModelCatalogue before, List<CatalogueEdit> edits) {
    Draft draft = new Draft(before);
    edits.forEach(draft::take);
    draft.checkPolicy();
    boolean sound = draft.findings.isEmpty() && draft.conflicts.isEmpty();
    return new EditPlan(
        sound ? draft.catalogue : before,
        draft.differences,
        draft.conflicts,
        List.copyOf(draft.findings));
  }

  /** The catalogue while edits are laid on it one after another. */
  private static final class Draft {
    private final List<Difference> differences = new ArrayList<>();
    private final List<Conflict> conflicts = new ArrayList<>();
    private final Set<Finding> findings = new LinkedHashSet<>();
    private final ModelCatalogue start;
    private ModelCatalogue catalogue;

    Draft(ModelCatalogue start) {
      this.start = start;
      this.catalogue = start;
    }

    void take(CatalogueEdit edit) {
      Map<String, String> present = present(edit);
      List<Difference> theirs = Difference.between(edit.subject(), edit.wordsBefore(), present);
      List<Difference> yours =
          Difference.between(edit.subject(), edit.wordsBefore(), edit.wordsAfter());
      if (!theirs.isEmpty()) {
        conflicts.add(new Conflict(edit.subject(), theirs, yours));
        return;
      }
      differences.addAll(yours);
      List<Finding> refused = EditRules.findings(catalogue, edit);
      findings.addAll(refused);
      if (refused.isEmpty()) {
        lay(edit);
      }
    }

    private Map<String, String> present(CatalogueEdit edit) {
      return switch (edit) {
        case ModelEdit e -> catalogue.model(e.id()).map(Configured::words).orElse(Map.of());
        case EndpointEdit e -> catalogue.endpoint(e.id()).map(Configured::words).orElse(Map.of());
        case PolicyEdit e -> Configured.words(catalogue.policy());
      };
    }

    private void lay(CatalogueEdit edit) {
      switch (edit) {
        case ModelEdit e -> e.after().ifPresentOrElse(this::put, () -> removeModel(e.id()));
        case EndpointEdit e ->
            catalogue = e.after().map(catalogue::with).orElseGet(() -> catalogue.without(e.id()));
        case PolicyEdit e ->
            catalogue = catalogue.withPolicy(e.after().classes(), e.after().weights());
      }
    }

    private void put(Model model) {
      catalogue = catalogue.with(model);
    }

    private void removeModel(ModelId id) {
      for (Endpoint endpoint : catalogue.endpointsOf(id)) {
        String subject = Configured.subject(endpoint.id());
        differences.addAll(Difference.between(subject, Configured.words(endpoint), Map.of()));
      }
      catalogue = catalogue.without(id);
    }

    /** At the end, since one edit may remove a model and the next its name from the classes. */
    void checkPolicy() {
      if (conflicts.isEmpty() && findings.isEmpty()) {
        findings.addAll(EditRules.policyFindings(catalogue));
        EditRules.policyFindings(start).forEach(findings::remove);
      }
    }
  }

  /** The first conflict or finding in a sentence; empty where all may be applied. */
  public Optional<String> objection() {
    return conflicts.stream()
        .map(c -> c.subject() + " was changed by somebody else meanwhile")
        .findFirst()
        .or(() -> findings.stream().map(f -> f.subject() + ": " + f.reason()).findFirst());
  }
}
