package io.airouter.admin;

import io.airouter.admin.WordEdit.Kind;
import io.airouter.model.ModelCatalogue;
import java.io.Serial;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One subject in a form: the words it had when the page was opened, and those typed since. */
public class Draft implements Serializable {
  @Serial private static final long serialVersionUID = 1;

  private final Kind kind;
  private String id;
  private LinkedHashMap<String, String> seen;
  private LinkedHashMap<String, String> words;
  private boolean removed;

  private Draft(Kind kind, String id, Map<String, String> seen, Map<String, String> words) {
    this.kind = kind;
    this.id = id;
    this.seen = new LinkedHashMap<>(seen);
    this.words = new LinkedHashMap<>(words);
  }

  /** Of a subject as it is now. */
  static Draft of(Kind kind, String id, ModelCatalogue now) {
    Map<String, String> present = WordEdit.present(kind, id, now);
    return new Draft(kind, id, present, present);
  }

  /** Of a subject that shall be. */
  static Draft fresh(Kind kind, Map<String, String> words) {
    return new Draft(kind, "", Map.of(), words);
  }

  /** What applying the draft would change; empty where nothing was typed. */
  Optional<WordEdit> edit() {
    if (removed) {
      return isFresh() ? Optional.empty() : Optional.of(WordEdit.of(kind, id, seen, Map.of()));
    }
    return words.equals(seen) ? Optional.empty() : Optional.of(WordEdit.of(kind, id, seen, words));
  }

  /** Takes over what somebody else changed, and keeps what was typed. */
  void rebase(ModelCatalogue now) {
    if (!id.isEmpty()) {
      WordEdit moved = WordEdit.of(kind, id, seen, words).onto(now);
      seen = moved.before();
      words = moved.after();
    }
  }

  /** Whether the subject is not there yet. */
  public boolean isFresh() {
    return seen.isEmpty();
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id == null ? "" : id.strip();
  }

  /** By field; a form writes into it. */
  public Map<String, String> getWords() {
    return words;
  }

  public boolean isRemoved() {
    return removed;
  }

  public void setRemoved(boolean removed) {
    this.removed = removed;
  }
}
