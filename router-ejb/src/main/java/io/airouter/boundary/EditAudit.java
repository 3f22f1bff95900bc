package io.airouter.boundary;

import io.airouter.access.AuditEntry;
import io.airouter.access.EndpointSecret;
import io.airouter.model.CatalogueEdit;
import io.airouter.model.CatalogueEdit.EndpointEdit;
import io.airouter.model.CatalogueEdit.ModelEdit;
import io.airouter.model.CatalogueEdit.PolicyEdit;
import io.airouter.model.Difference;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the edits of one moment and one actor read in the audit log. */
record EditAudit(Instant at, String actor) {

  AuditEntry entry(EndpointSecret secret) {
    return new AuditEntry(at, actor, "credential.set", secret.name(), "");
  }

  AuditEntry entry(SiteEdit edit) {
    String action = "site." + verb(edit.before(), edit.after());
    return new AuditEntry(at, actor, action, edit.name(), text(edit.differences()));
  }

  AuditEntry entry(CatalogueEdit edit) {
    return new AuditEntry(
        at,
        actor,
        action(edit),
        subject(edit),
        text(Difference.between(edit.subject(), edit.wordsBefore(), edit.wordsAfter())));
  }

  private static String text(List<Difference> differences) {
    return differences.stream().map(Difference::text).collect(Collectors.joining("; "));
  }

  private static String action(CatalogueEdit edit) {
    return switch (edit) {
      case ModelEdit e -> "model." + verb(e.before(), e.after());
      case EndpointEdit e -> "endpoint." + verb(e.before(), e.after());
      case PolicyEdit e -> "policy.changed";
    };
  }

  private static String verb(Optional<?> before, Optional<?> after) {
    if (before.isEmpty()) {
      return "created";
    }
    return after.isPresent() ? "changed" : "removed";
  }

  private static String subject(CatalogueEdit edit) {
    return switch (edit) {
      case ModelEdit e -> e.id().value();
      case EndpointEdit e -> e.id().value();
      case PolicyEdit e -> "policy";
    };
  }
}
