package io.airouter.model;

import java.util.Map;
import java.util.Optional;

/**
 * What an operator wants changed: one subject as the operator saw it and as it shall be. No {@code
 * before} makes it, no {@code after} removes it; with both, the id stays. An edit whose {@code
 * before} is no longer what the subject is configured as conflicts with whoever was faster; an
 * endpoint's health and resolved addresses do not count.
 */
public sealed interface CatalogueEdit {
  /** What is edited, such as {@code model gpt-4}. */
  String subject();

  /** The configuration before, by field; empty where there was nothing. */
  Map<String, String> wordsBefore();

  /** The configuration after, by field; empty where nothing shall be. */
  Map<String, String> wordsAfter();

  /** A model is made, changed or removed; with it go its endpoints. */
  record ModelEdit(Optional<Model> before, Optional<Model> after) implements CatalogueEdit {
    public ModelEdit {
      requireOneId(before.map(Model::id), after.map(Model::id));
    }

    public static ModelEdit create(Model model) {
      return new ModelEdit(Optional.empty(), Optional.of(model));
    }

    public static ModelEdit change(Model before, Model after) {
      return new ModelEdit(Optional.of(before), Optional.of(after));
    }

    public static ModelEdit remove(Model model) {
      return new ModelEdit(Optional.of(model), Optional.empty());
    }

    public ModelId id() {
      return before.or(() -> after).orElseThrow().id();
    }

    @Override
    public String subject() {
      return Configured.subject(id());
    }

    @Override
    public Map<String, String> wordsBefore() {
      return before.map(Configured::words).orElse(Map.of());
    }

    @Override
    public Map<String, String> wordsAfter() {
      return after.map(Configured::words).orElse(Map.of());
    }
  }

  /** An endpoint is made, changed or removed. */
  record EndpointEdit(Optional<Endpoint> before, Optional<Endpoint> after)
      implements CatalogueEdit {
    public EndpointEdit {
      requireOneId(before.map(Endpoint::id), after.map(Endpoint::id));
    }

    public static EndpointEdit create(Endpoint endpoint) {
      return new EndpointEdit(Optional.empty(), Optional.of(endpoint));
    }

    public static EndpointEdit change(Endpoint before, Endpoint after) {
      return new EndpointEdit(Optional.of(before), Optional.of(after));
    }

    public static EndpointEdit remove(Endpoint endpoint) {
      return new EndpointEdit(Optional.of(endpoint), Optional.empty());
    }

    public EndpointId id() {
      return before.or(() -> after).orElseThrow().id();
    }

    @Override
    public String subject() {
      return Configured.subject(id());
    }

    @Override
    public Map<String, String> wordsBefore() {
      return before.map(Configured::words).orElse(Map.of());
    }

    @Override
    public Map<String, String> wordsAfter() {
      return after.map(Configured::words).orElse(Map.of());
    }
  }

  /** The policy is changed; there is always one. */
  record PolicyEdit(Policy before, Policy after) implements CatalogueEdit {
    @Override
    public String subject() {
      return Configured.POLICY;
    }

    @Override
    public Map<String, String> wordsBefore() {
      return Configured.words(before);
    }

    @Override
    public Map<String, String> wordsAfter() {
      return Configured.words(after);
    }
  }

  private static void requireOneId(Optional<?> before, Optional<?> after) {
    if (before.isEmpty() && after.isEmpty()) {
      throw new IllegalArgumentException("an edit of nothing");
    }
    if (before.isPresent() && after.isPresent() && !before.equals(after)) {
      throw new IllegalArgumentException(
          "an edit keeps the id: " + before.get() + " is not " + after.get());
    }
  }
}
