package io.airouter.model;

import io.airouter.model.CatalogueEdit.EndpointEdit;
import io.airouter.model.CatalogueEdit.ModelEdit;
import io.airouter.model.CatalogueEdit.PolicyEdit;
import io.airouter.model.EditPlan.Finding;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a single value cannot know of itself: the rules between an edit and the rest. */
final class EditRules {
  private EditRules() {}

  /** Why the edit cannot be laid on that catalogue; empty where it can. */
  static List<Finding> findings(ModelCatalogue catalogue, CatalogueEdit edit) {
    return switch (edit) {
      case ModelEdit e -> e.after().map(m -> model(catalogue, m)).orElse(List.of());
      case EndpointEdit e -> endpoint(catalogue, e);
      case PolicyEdit e -> classes(e.after());
    };
  }

  private static List<Finding> model(ModelCatalogue catalogue, Model model) {
    String subject = Configured.subject(model.id());
    if (!isIdentity(model.serviceEid())) {
      String eid = model.serviceEid().getHostAddress();
      return List.of(new Finding(subject, "service_eid", eid + " cannot stand for one model"));
    }
    return catalogue
        .modelOf(model.serviceEid())
        .filter(other -> !other.id().equals(model.id()))
        .map(
            other ->
                new Finding(
                    subject,
                    "service_eid",
                    model.serviceEid().getHostAddress() + " is the EID of " + other.id()))
        .stream()
        .toList();
  }

  /** An address that is the same everywhere and no group. */
  private static boolean isIdentity(InetAddress eid) {
    return !eid.isAnyLocalAddress()
        && !eid.isMulticastAddress()
        && !eid.isLinkLocalAddress()
        && !eid.getHostAddress().contains("%");
  }

  private static List<Finding> endpoint(ModelCatalogue catalogue, EndpointEdit edit) {
    if (edit.before().filter(e -> e.origin() == Origin.REGISTERED).isPresent()) {
      return registered(edit);
    }
    Optional<Endpoint> after = edit.after();
    List<Finding> findings = new ArrayList<>();
    String subject = edit.subject();
    after
        .filter(e -> catalogue.model(e.model()).isEmpty())
        .ifPresent(
            e -> findings.add(new Finding(subject, "model", "there is no model " + e.model())));
    after
        .filter(e -> edit.before().filter(b -> !b.model().equals(e.model())).isPresent())
        .ifPresent(
            e ->
                findings.add(
                    new Finding(
                        subject, "model", "an endpoint does not change its model: remove it")));
    after
        .flatMap(e -> ForbiddenHosts.objection(e.baseUrl().getHost()))
        .ifPresent(reason -> findings.add(new Finding(subject, "base_url", reason)));
    after
        .filter(e -> e.origin() == Origin.REGISTERED)
        .ifPresent(
            e -> findings.add(new Finding(subject, "origin", "an endpoint registers by LISP")));
    return findings;
  }

  /** Its locator says where it is; the operator says whether and how much it is used. */
  private static List<Finding> registered(EndpointEdit edit) {
    Set<String> open = Set.of("weight", "admin_state");
    if (edit.after().isEmpty()) {
      return List.of(
          new Finding(
              edit.subject(),
              "origin",
              "it registered itself by LISP: withdraw the registration, or set maintenance"));
    }
    return Difference.between(edit.subject(), edit.wordsBefore(), edit.wordsAfter()).stream()
        .filter(d -> !open.contains(d.field()))
        .map(
            d ->
                new Finding(
                    edit.subject(),
                    d.field(),
                    "it registered itself by LISP, which says this: only weight and admin_state"
                        + " are yours"))
        .toList();
  }

  private static List<Finding> classes(Policy policy) {
    List<Finding> findings = new ArrayList<>();
    Set<String> names = new HashSet<>();
    List<IpPrefix> taken = new ArrayList<>();
    for (WorkloadClass workloadClass : policy.classes()) {
      String place = "classes." + workloadClass.name();
      if (!names.add(workloadClass.name())) {
        findings.add(new Finding(Configured.POLICY, place, "there are two of that name"));
      }
      for (IpPrefix source : workloadClass.sources()) {
        taken.stream()
            .filter(source::overlaps)
            .findFirst()
            .map(other -> source + " overlaps " + other)
            .ifPresent(
                reason -> findings.add(new Finding(Configured.POLICY, place + ".sources", reason)));
        taken.add(source);
      }
    }
    return findings;
  }

  /** The models that classes name but nobody has. */
  static List<Finding> policyFindings(ModelCatalogue catalogue) {
    return catalogue.classes().stream()
        .flatMap(
            c ->
                c.policy().allowedModels().stream()
                    .filter(id -> catalogue.model(id).isEmpty())
                    .sorted()
                    .map(
                        id ->
                            new Finding(
                                Configured.POLICY,
                                "classes." + c.name() + ".allowed_models",
                                "there is no model " + id)))
        .toList();
  }
}
