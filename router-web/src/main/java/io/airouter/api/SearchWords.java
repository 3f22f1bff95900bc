package io.airouter.api;

import java.util.List;
import java.util.Locale;

/** Words that must all stand somewhere in what is found, whatever their case and order. */
public record SearchWords(List<String> words) {
  public SearchWords {
    words = List.copyOf(words);
  }

  /** The words of a search box; nothing typed matches everything. */
  public static SearchWords of(String typed) {
    String text = typed == null ? "" : typed.strip().toLowerCase(Locale.ROOT);
    return new SearchWords(text.isEmpty() ? List.of() : List.of(text.split("\\s+")));
  }

  public boolean match(String text) {
    String where = text.toLowerCase(Locale.ROOT);
    return words.stream().allMatch(where::contains);
  }
}
