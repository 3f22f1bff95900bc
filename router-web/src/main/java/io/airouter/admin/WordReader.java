package io.airouter.admin;

import io.airouter.boundary.EditRefusedException;
import io.airouter.model.EditPlan.Finding;
import io.airouter.model.ModelLimits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads typed words field by field, and gathers what is wrong with all of them. */
final class WordReader {
  private static final String NO_LIMIT = "none";

  private final String subject;
  private final Map<String, String> words;
  private final List<Finding> findings = new ArrayList<>();

  WordReader(String subject, Map<String, String> words) {
    this.subject = subject;
    this.words = words;
  }

  String optional(String field) {
    return words.getOrDefault(field, "").strip();
  }

  String text(String field) {
    return read(field, "must not be empty", "?", WordReader::filled);
  }

  int whole(String field) {
    return read(field, "is a whole number", 1, text -> Integer.parseInt(text.replace(",", "")));
  }

  double fraction(String field) {
    return read(field, "is a number from 0 to 1", 0.0, Double::parseDouble);
  }

  /** A number a minute, or the word for no limit. */
  long limit(String field) {
    return read(
        field,
        "is a whole number a minute, or none",
        1L,
        text -> isUnlimited(text) ? ModelLimits.UNLIMITED : positive(text));
  }

  private static long positive(String text) {
    long number = Long.parseLong(text.replace(",", ""));
    if (number < 1) {
      throw new IllegalArgumentException("not positive");
    }
    return number;
  }

  private static boolean isUnlimited(String text) {
    return text.isEmpty() || text.equalsIgnoreCase(NO_LIMIT);
  }

  BigDecimal amount(String field) {
    return read(field, "is an amount such as 1.50", BigDecimal.ZERO, WordReader::decimal);
  }

  /** Whatever {@code parse} makes of it; where it refuses, {@code expected} says why. */
  <T> T read(String field, String expected, T fallback, Function<String, T> parse) {
    try {
      return parse.apply(optional(field));
    } catch (IllegalArgumentException e) {
      findings.add(new Finding(subject, field, expected));
      return fallback;
    }
  }

  /**
   * What the words add up to.
   *
   * @throws EditRefusedException with all that was wrong
   */
  <T> T finish(Supplier<T> value) {
    if (!findings.isEmpty()) {
      throw new EditRefusedException(findings);
    }
    try {
      return value.get();
    } catch (IllegalArgumentException e) {
      String reason = String.valueOf(e.getMessage()).replaceFirst("^" + subject + ": ", "");
      throw new EditRefusedException(List.of(new Finding(subject, "", reason)));
    }
  }

  private static String filled(String text) {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("empty");
    }
    return text;
  }

  private static BigDecimal decimal(String text) {
    if (!text.matches("\\d{1,9}([.]\\d{1,9})?")) {
      throw new IllegalArgumentException("no amount");
    }
    return new BigDecimal(text);
  }
}
