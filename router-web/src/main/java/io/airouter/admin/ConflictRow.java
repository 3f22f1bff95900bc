package io.airouter.admin;

import io.airouter.model.Difference;
import io.airouter.model.EditPlan.Conflict;
import java.io.Serial;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One field of a subject that two operators edited: as both saw it, and what each made of it. */
public record ConflictRow(String subject, String field, String seen, String theirs, String yours)
    implements Serializable {
  @Serial private static final long serialVersionUID = 1;

  /** The fields that either changed. */
  static Stream<ConflictRow> of(Conflict conflict) {
    Map<String, ConflictRow> rows = new LinkedHashMap<>();
    for (Difference theirs : conflict.theirs()) {
      rows.put(
          theirs.field(),
          new ConflictRow(
              conflict.subject(),
              theirs.field(),
              theirs.before(),
              theirs.after(),
              theirs.before()));
    }
    for (Difference yours : conflict.yours()) {
      rows.merge(
          yours.field(),
          new ConflictRow(
              conflict.subject(), yours.field(), yours.before(), yours.before(), yours.after()),
          (both, own) ->
              new ConflictRow(
                  both.subject(), both.field(), both.seen(), both.theirs(), own.yours()));
    }
    return List.copyOf(rows.values()).stream();
  }

  public boolean theirsChanged() {
    return !theirs.equals(seen);
  }

  public boolean yoursChanged() {
    return !yours.equals(seen);
  }
}
