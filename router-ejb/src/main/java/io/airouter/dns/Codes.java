package io.airouter.dns;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** Numbers that have mnemonics: range checks, and the generic text of RFC 3597 §5. */
final class Codes {
  private static final int MAX_U16 = 0xffff;

  private Codes() {}

  static void requireU16(int value, String field) {
    require(value, MAX_U16, field);
  }

  static void require(int value, int max, String field) {
    if (value < 0 || value > max) {
      throw new IllegalArgumentException(field + " " + value + " is not in 0.." + max);
    }
  }

  static <T> Optional<T> parse(
      String text, String generic, Map<String, T> byMnemonic, IntFunction<T> ofCode) {
    String upper = text.toUpperCase(Locale.ROOT);
    T known = byMnemonic.get(upper);
    if (known != null) {
      return Optional.of(known);
    }
    if (!upper.matches(generic + "[0-9]{1,5}")) {
      return Optional.empty();
    }
    int code = Integer.parseInt(upper.substring(generic.length()));
    return code > MAX_U16 ? Optional.empty() : Optional.of(ofCode.apply(code));
  }
}
