package io.airouter.boundary;

import io.airouter.access.AuditEntry;
import io.airouter.access.EndpointSecret;
import io.airouter.mapserver.Site;
import io.airouter.model.CatalogueEdit;
import io.airouter.model.CatalogueEdit.EndpointEdit;
import io.airouter.model.Difference;
import io.airouter.model.EditPlan;
import io.airouter.model.EditPlan.Finding;
import io.airouter.model.Endpoint;
import io.airouter.model.ModelCatalogue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An order that holds together, and what it would change; nothing is changed by it. */
record EditDraft(EditOrder order, List<SiteEdit> siteEdits, List<Difference> differences) {
  EditDraft {
    siteEdits = List.copyOf(siteEdits);
    differences = List.copyOf(differences);
  }

  /** What the router knows beside its catalogue. */
  record Known(Set<String> credentials, List<Site> sites) {
    Known {
      credentials = Set.copyOf(credentials);
      sites = List.copyOf(sites);
    }
  }

  /**
   * The order, checked against what there is.
   *
   * @throws EditConflictException where somebody else changed a subject since the editor looked
   * @throws EditRefusedException where the catalogue would not hold together
   */
  static EditDraft of(ModelCatalogue now, EditOrder order, Known known) {
    EditPlan plan = EditPlan.of(now, order.edits());
    if (!plan.conflicts().isEmpty()) {
      throw new EditConflictException(plan.conflicts());
    }
    List<Finding> findings = new ArrayList<>(plan.findings());
    order.edits().stream().flatMap(e -> unknownSecret(e, order, known)).forEach(findings::add);
    if (!findings.isEmpty()) {
      throw new EditRefusedException(findings);
    }
    List<SiteEdit> siteEdits = siteEdits(order, known);
    Stream<Difference> secrets = order.secrets().stream().map(s -> difference(s, known));
    Stream<Difference> sites = siteEdits.stream().flatMap(e -> e.differences().stream());
    Stream<Difference> catalogue = plan.differences().stream();
    return new EditDraft(
        order, siteEdits, Stream.of(secrets, catalogue, sites).flatMap(s -> s).toList());
  }

  private static List<SiteEdit> siteEdits(EditOrder order, Known known) {
    Map<String, Site> before = byName(known.sites());
    Map<String, Site> after = order.sites().map(EditDraft::byName).orElse(before);
    return Stream.concat(before.keySet().stream(), after.keySet().stream())
        .distinct()
        .map(
            name ->
                new SiteEdit(
                    Optional.ofNullable(before.get(name)), Optional.ofNullable(after.get(name))))
        .filter(edit -> !edit.before().equals(edit.after()))
        .toList();
  }

  private static Map<String, Site> byName(List<Site> sites) {
    return sites.stream().collect(Collectors.toMap(Site::name, Function.identity()));
  }

  private static Difference difference(EndpointSecret secret, Known known) {
    String before = known.credentials().contains(secret.name()) ? "set" : "";
    return new Difference("credential " + secret.name(), "secret", before, "set anew");
  }

  /** A credential that an edit newly names must be there or come along. */
  private static Stream<Finding> unknownSecret(CatalogueEdit edit, EditOrder order, Known known) {
    if (!(edit instanceof EndpointEdit e)) {
      return Stream.empty();
    }
    Optional<String> before = e.before().flatMap(Endpoint::credential);
    return e.after().flatMap(Endpoint::credential).stream()
        .filter(name -> !before.equals(Optional.of(name)))
        .filter(name -> !known.credentials().contains(name))
        .filter(name -> order.secrets().stream().noneMatch(s -> s.name().equals(name)))
        .map(name -> new Finding(e.subject(), "credential", "there is no credential " + name));
  }

  /** One entry for each edit that changes something. */
  List<AuditEntry> audit(Instant at, String actor) {
    EditAudit audit = new EditAudit(at, actor);
    Stream<AuditEntry> secrets = order.secrets().stream().map(audit::entry);
    Stream<AuditEntry> sites = siteEdits.stream().map(audit::entry);
    Stream<AuditEntry> catalogue =
        order.edits().stream()
            .filter(e -> !e.wordsBefore().equals(e.wordsAfter()))
            .map(audit::entry);
    return Stream.of(secrets, catalogue, sites).flatMap(s -> s).toList();
  }
}
