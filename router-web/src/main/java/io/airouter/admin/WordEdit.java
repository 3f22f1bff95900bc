package io.airouter.admin;

import io.airouter.model.CatalogueEdit;
import io.airouter.model.CatalogueEdit.EndpointEdit;
import io.airouter.model.CatalogueEdit.ModelEdit;
import io.airouter.model.CatalogueEdit.PolicyEdit;
import io.airouter.model.Configured;
import io.airouter.model.Endpoint;
import io.airouter.model.EndpointId;
import io.airouter.model.ModelCatalogue;
import io.airouter.model.ModelId;
import io.airouter.model.Origin;
import io.airouter.model.Policy;
import java.io.Serial;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An edit while it lies on an operator's desk: the words seen and the words wanted, which outlast
 * requests and can be turned round to undo it or laid on what somebody else made of the subject.
 *
 * @param before empty where the subject is made
 * @param after empty where the subject is removed
 */
record WordEdit(
    Kind kind, String id, LinkedHashMap<String, String> before, LinkedHashMap<String, String> after)
    implements Serializable {
  @Serial private static final long serialVersionUID = 1;

  /** What is edited. */
  enum Kind {
    MODEL,
    ENDPOINT,
    /** The scoring weights of the policy; its id is {@link Configured#POLICY}. */
    WEIGHTS
  }

  WordEdit {
    before = new LinkedHashMap<>(before);
    after = new LinkedHashMap<>(after);
  }

  static WordEdit of(Kind kind, String id, Map<String, String> before, Map<String, String> after) {
    return new WordEdit(kind, id, new LinkedHashMap<>(before), new LinkedHashMap<>(after));
  }

  /** The edit that takes this one back. */
  WordEdit inverse() {
    return new WordEdit(kind, id, after, before);
  }

  /** The same wishes for the subject as it is now: only what this edit changes is changed. */
  WordEdit onto(ModelCatalogue now) {
    LinkedHashMap<String, String> present = present(kind, id, now);
    LinkedHashMap<String, String> wanted = new LinkedHashMap<>(after);
    wanted.replaceAll(
        (field, word) -> word.equals(before.get(field)) ? present.getOrDefault(field, word) : word);
    return new WordEdit(kind, id, present, wanted);
  }

  /** The subject's words now; empty where there is none. */
  static LinkedHashMap<String, String> present(Kind kind, String id, ModelCatalogue now) {
    return new LinkedHashMap<>(
        switch (kind) {
          case MODEL -> now.model(new ModelId(id)).map(Configured::words).orElse(Map.of());
          case ENDPOINT -> now.endpoint(new EndpointId(id)).map(Configured::words).orElse(Map.of());
          case WEIGHTS -> weights(now);
        });
  }

  private static Map<String, String> weights(ModelCatalogue now) {
    Map<String, String> words = new LinkedHashMap<>(Configured.words(now.policy()));
    words.keySet().removeIf(field -> !field.startsWith("weights."));
    return words;
  }

  /**
   * The edit itself.
   *
   * @throws io.airouter.boundary.EditRefusedException where words stand for nothing
   */
  CatalogueEdit toEdit(ModelCatalogue now) {
    return switch (kind) {
      case MODEL -> {
        ModelId model = new ModelId(id);
        yield new ModelEdit(
            filled(before).map(words -> TypedWords.model(model, words)),
            filled(after).map(words -> TypedWords.model(model, words)));
      }
      case ENDPOINT -> {
        EndpointId endpoint = new EndpointId(id);
        Origin origin = now.endpoint(endpoint).map(Endpoint::origin).orElse(Origin.CONFIGURED);
        yield new EndpointEdit(
            filled(before).map(words -> TypedWords.endpoint(endpoint, words, origin)),
            filled(after).map(words -> TypedWords.endpoint(endpoint, words, origin)));
      }
      case WEIGHTS ->
          new PolicyEdit(
              new Policy(now.classes(), TypedWords.weights(before)),
              new Policy(now.classes(), TypedWords.weights(after)));
    };
  }

  private static Optional<Map<String, String>> filled(Map<String, String> words) {
    return Optional.of(words).filter(w -> !w.isEmpty());
  }
}
