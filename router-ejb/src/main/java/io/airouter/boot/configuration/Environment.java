package io.airouter.boot.configuration;

import java.util.Map;
import java.util.Optional;

/** The process's variables; an empty one counts as not set. */
final class Environment {
  private final Map<String, String> variables;
  private final Findings findings;

  Environment(Map<String, String> variables, Findings findings) {
    this.variables = Map.copyOf(variables);
    this.findings = findings;
  }

  Optional<String> text(String variable) {
    return Optional.ofNullable(variables.get(variable)).filter(text -> !text.isBlank());
  }

  /** The value of the key's variable; a wrong one is refused and counts as not set. */
  <T> Optional<T> find(Key<T> key) {
    return text(key.variable()).flatMap(text -> parsed(key, text.strip()));
  }

  private <T> Optional<T> parsed(Key<T> key, String text) {
    try {
      return Optional.of(key.type().parser().apply(text));
    } catch (IllegalArgumentException e) {
      String message = key.type().shown(text) + " is not allowed: " + key.type().allowed();
      findings.refuseVariable(key.variable(), message);
      return Optional.empty();
    }
  }
}
