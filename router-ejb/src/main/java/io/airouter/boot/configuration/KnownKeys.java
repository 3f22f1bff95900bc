package io.airouter.boot.configuration;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;

/** All keys there are, as a tree of names: what a section may hold, and what was probably meant. */
final class KnownKeys {
  static final KnownKeys ALL =
      new KnownKeys(
          Stream.of(SettingKeys.ALL, CatalogueKeys.ALL, SdnKeys.ALL, AlertKeys.ALL)
              .<Key<?>>flatMap(List::stream)
              .toList());

  private static final int FARTHEST = 3;

  private final List<Key<?>> keys;

  private KnownKeys(List<Key<?>> keys) {
    this.keys = List.copyOf(keys);
  }

  List<Key<?>> keys() {
    return keys;
  }

  /** The names that may stand directly in the section of that pattern. */
  SequencedSet<String> names(String pattern) {
    String prefix = pattern.isEmpty() ? "" : pattern + ".";
    SequencedSet<String> names = new LinkedHashSet<>();
    keys.stream()
        .map(Key::path)
        .filter(path -> !path.isEmpty() && path.startsWith(prefix))
        .map(path -> path.substring(prefix.length()).split("[.\\[]", 2)[0])
        .forEach(names::add);
    return names;
  }

  /** The placeholder of a section whose names the operator chooses. */
  Optional<String> placeholder(String pattern) {
    return names(pattern).stream().filter(name -> name.startsWith("<")).findFirst();
  }

  String words(String pattern) {
    return String.join(", ", names(pattern));
  }

  /** What is wrong with that name and what is right. */
  String unknown(String pattern, String name) {
    Optional<String> nearest =
        names(pattern).stream()
            .filter(known -> distance(known, name) <= Math.min(FARTHEST, known.length() / 2))
            .min(Comparator.comparingInt(known -> distance(known, name)));
    return "unknown key"
        + nearest.map(known -> "; did you mean " + known + "?").orElse(";")
        + " allowed: "
        + words(pattern);
  }

  /** Levenshtein's: insertions, deletions and replacements. */
  static int distance(String from, String to) {
    int[] previous = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] current = new int[to.length() + 1];
      current[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int replaced = previous[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, 1 + Math.min(previous[j], current[j - 1]));
      }
      previous = current;
    }
    return previous[to.length()];
  }
}
