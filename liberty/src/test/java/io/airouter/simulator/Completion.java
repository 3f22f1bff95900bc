package io.airouter.simulator;

import java.util.List;

/**
 * An answer as a model would give it.
 *
 * @param tokens the text, token by token
 * @param ending why it ends
 * @param stop the stop sequence met; empty when none was
 */
record Completion(List<String> tokens, Ending ending, String stop) {

  /** Why a completion ends. */
  enum Ending {
    COMPLETE,
    LENGTH,
    STOP_SEQUENCE
  }

  Completion {
    tokens = List.copyOf(tokens);
  }

  /** The answer up to the first stop sequence, and up to so many tokens. */
  static Completion of(String answer, int maxTokens, List<String> stops) {
    int end = answer.length();
    String met = "";
    for (String stop : stops) {
      int at = stop.isEmpty() ? -1 : answer.indexOf(stop);
      if (at >= 0 && at < end) {
        end = at;
        met = stop;
      }
    }
    List<String> tokens = Tokens.split(answer.substring(0, end));
    if (tokens.size() > maxTokens) {
      return new Completion(tokens.subList(0, maxTokens), Ending.LENGTH, "");
    }
    return new Completion(tokens, met.isEmpty() ? Ending.COMPLETE : Ending.STOP_SEQUENCE, met);
  }

  String text() {
    return String.join("", tokens);
  }

  int count() {
    return tokens.size();
  }
}
