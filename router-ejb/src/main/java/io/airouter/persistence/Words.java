package io.airouter.persistence;

import java.util.Locale;

/** Enumerations as the database spells them: lower-case words. */
final class Words {
  private Words() {}

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  static <E extends Enum<E>> E value(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
  }
}
