package io.airouter.admin;

import java.util.List;
import java.util.stream.Stream;

/**
 * A filter that is chosen from a list.
 *
 * @param parameter its name in the URL
 * @param none what the choice of nothing is called
 */
public record FilterChoices(String parameter, String label, String none, List<Choice> choices) {
  public FilterChoices {
    choices = List.copyOf(choices);
  }

  /** One of them. */
  public record Choice(String value, String label, boolean chosen) {}

  /** The values, and the one chosen even where it is not among them: history outlives names. */
  static List<Choice> of(Stream<String> values, String chosen) {
    return Stream.concat(values, Stream.of(chosen))
        .filter(value -> !value.isEmpty())
        .distinct()
        .map(value -> new Choice(value, value.replace('_', ' '), value.equals(chosen)))
        .toList();
  }
}
