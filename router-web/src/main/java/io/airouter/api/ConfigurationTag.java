package io.airouter.api;

import io.airouter.model.Difference;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The entity tag of a configuration (RFC 9110 §8.8.3): made of its words, so that it is the same on
 * every node and after a restart, and that load and health leave it alone.
 */
final class ConfigurationTag {
  private static final int OCTETS = 12;

  private ConfigurationTag() {}

  static String of(Map<String, String> words) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      words.forEach(
          (field, value) ->
              digest.update((field + '\0' + value + '\0').getBytes(StandardCharsets.UTF_8)));
      return '"' + HexFormat.of().formatHex(digest.digest(), 0, OCTETS) + '"';
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * Lets an edit pass whose {@code If-Match} names what is there, or that has none.
   *
   * @param wanted what the edit would make of it
   * @throws ProblemException 412 with both versions
   */
  static void require(
      Optional<String> ifMatch,
      String subject,
      Map<String, String> present,
      Map<String, String> wanted) {
    boolean matches =
        ifMatch
            .map(text -> Arrays.stream(text.split(",")).map(String::strip))
            .map(tags -> tags.anyMatch(tag -> tag.equals("*") || tag.equals(of(present))))
            .orElse(true);
    if (!matches) {
      JsonObject members =
          Json.createObjectBuilder()
              .add("subject", subject)
              .add("current_etag", of(present))
              .add("current", json(present))
              .add("yours", json(wanted))
              .add("differences", json(Difference.between(subject, present, wanted)))
              .build();
      throw Problem.of(
              Problem.PRECONDITION_FAILED,
              "edit_conflict",
              "The " + subject + " was changed since you read it; nothing was changed now.")
          .inField("If-Match")
          .with(members)
          .asException();
    }
  }

  static JsonArrayBuilder json(List<Difference> differences) {
    JsonArrayBuilder json = Json.createArrayBuilder();
    differences.forEach(
        d ->
            json.add(
                Json.createObjectBuilder()
                    .add("subject", d.subject())
                    .add("field", d.field())
                    .add("before", d.before())
                    .add("after", d.after())));
    return json;
  }

  private static JsonObjectBuilder json(Map<String, String> words) {
    JsonObjectBuilder json = Json.createObjectBuilder();
    words.forEach(json::add);
    return json;
  }
}
