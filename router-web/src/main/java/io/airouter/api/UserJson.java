package io.airouter.api;

import io.airouter.access.User;
import io.airouter.access.UserEdit;
import io.airouter.boundary.UserConflictException;
import io.airouter.boundary.UserRefusedException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Locale;

/** A user as the API shows them, and why one was not changed. */
final class UserJson {
  private UserJson() {}

  static JsonObjectBuilder builder(User user) {
    return Json.createObjectBuilder()
        .add("name", user.name())
        .add("role", user.role().word())
        .add("enabled", user.enabled())
        .add("must_change_password", user.mustChangePassword())
        .add("created_at", user.createdAt().toString())
        .add("version", user.version());
  }

  /** Both sides, so that whoever comes second can decide. */
  static Problem conflict(UserConflictException conflict) {
    JsonObjectBuilder members = Json.createObjectBuilder();
    members.add("theirs", builder(conflict.theirs()));
    conflict.yours().ifPresent(yours -> members.add("yours", wanted(yours)));
    return Problem.of(
            Problem.CONFLICT,
            "user_changed",
            sentence(conflict.getMessage()) + " Look at 'theirs', and try again with its version.")
        .inField("version")
        .with(members.build());
  }

  private static JsonObject wanted(UserEdit edit) {
    return Json.createObjectBuilder()
        .add("role", edit.role().word())
        .add("enabled", edit.enabled())
        .add("version", edit.version())
        .build();
  }

  static Problem refused(UserRefusedException refused) {
    int status =
        switch (refused.reason()) {
          case NAME_NOT_POSSIBLE -> Problem.UNPROCESSABLE;
          case NAME_TAKEN, OWN_ACCOUNT, LAST_ADMINISTRATOR -> Problem.CONFLICT;
        };
    return Problem.of(
            status,
            refused.reason().name().toLowerCase(Locale.ROOT),
            sentence(refused.getMessage()))
        .inField("name");
  }

  private static String sentence(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
  }
}
