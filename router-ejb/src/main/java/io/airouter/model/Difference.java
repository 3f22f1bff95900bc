package io.airouter.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;

/**
 * One field that an edit changes, in words for people; never holds a secret.
 *
 * @param subject such as {@code endpoint gpt-4-primary}
 * @param field as the API names it, such as {@code weight}
 * @param before empty where there was nothing
 * @param after empty where nothing will be
 */
public record Difference(String subject, String field, String before, String after) {
  public Difference {
    Objects.requireNonNull(subject);
    Objects.requireNonNull(field);
    Objects.requireNonNull(before);
    Objects.requireNonNull(after);
  }

  /** The fields in which two configurations of one subject differ, in their own order. */
  public static List<Difference> between(
      String subject, Map<String, String> before, Map<String, String> after) {
    SequencedSet<String> fields = new LinkedHashSet<>(before.keySet());
    fields.addAll(after.keySet());
    List<Difference> differences = new ArrayList<>();
    for (String field : fields) {
      String old = before.getOrDefault(field, "");
      String fresh = after.getOrDefault(field, "");
      if (!old.equals(fresh)) {
        differences.add(new Difference(subject, field, old, fresh));
      }
    }
    return List.copyOf(differences);
  }

  /** {@code weight: 70 → 40}, as the audit log has it. */
  public String text() {
    return field
        + ": "
        + (before.isEmpty() ? "∅" : before)
        + " → "
        + (after.isEmpty() ? "∅" : after);
  }
}
