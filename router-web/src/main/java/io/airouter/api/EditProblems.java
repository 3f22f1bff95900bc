package io.airouter.api;

import io.airouter.boundary.EditConflictException;
import io.airouter.boundary.EditRefusedException;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;

/** Why edits were not applied, for those who sent them. */
final class EditProblems {
  private EditProblems() {}

  /** Both versions of each subject, as differences from what the editor saw. */
  static Problem of(EditConflictException conflict) {
    JsonArrayBuilder conflicts = Json.createArrayBuilder();
    conflict
        .conflicts()
        .forEach(
            c ->
                conflicts.add(
                    Json.createObjectBuilder()
                        .add("subject", c.subject())
                        .add("theirs", ConfigurationTag.json(c.theirs()))
                        .add("yours", ConfigurationTag.json(c.yours()))));
    return Problem.of(Problem.CONFLICT, "edit_conflict", conflict.getMessage() + ".")
        .with(Json.createObjectBuilder().add("conflicts", conflicts).build());
  }

  /** Each finding under its subject and field. */
  static Problem of(EditRefusedException refused) {
    JsonArrayBuilder errors = Json.createArrayBuilder();
    refused
        .findings()
        .forEach(
            f ->
                errors.add(
                    Json.createObjectBuilder()
                        .add("subject", f.subject())
                        .add("field", f.field())
                        .add("detail", f.reason())));
    return Problem.of(Problem.UNPROCESSABLE, "edit_refused", refused.getMessage() + ".")
        .inField(refused.findings().getFirst().field())
        .with(Json.createObjectBuilder().add("errors", errors).build());
  }
}
