package io.airouter.boot.configuration;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * What a scalar of the file may be.
 *
 * @param allowed what people are told is allowed
 * @param parser refuses by IllegalArgumentException
 * @param isSecret whether its value is kept out of error messages
 */
record ValueType<T>(Kind kind, String allowed, Function<String, T> parser, boolean isSecret) {

  /** What YAML took the scalar for. */
  enum Kind {
    TEXT("text", Tag.STR),
    WHOLE_NUMBER("a whole number", Tag.INT),
    NUMBER("a number", Tag.FLOAT),
    TRUTH("true or false", Tag.BOOL),
    /** Either of the first two. */
    SCALAR("text or a number", Tag.STR);

    private final String words;
    private final String tag;

    Kind(String words, Tag tag) {
      this.words = words;
      this.tag = tag.getValue();
    }

    boolean accepts(Tag written) {
      boolean takesWhole = this == NUMBER || this == SCALAR;
      return tag.equals(written.getValue()) || (takesWhole && Tag.INT.equals(written));
    }

    static String wordsOf(Tag written) {
      return Arrays.stream(values())
          .filter(kind -> kind.tag.equals(written.getValue()))
          .findFirst()
          .map(kind -> kind == TRUTH ? "a truth value" : kind.words)
          .orElse("no value");
    }
  }

  static final ValueType<Boolean> TRUTH =
      new ValueType<>(Kind.TRUTH, "true or false", ValueType::truth, false);
  static final ValueType<Integer> PORT = whole(1, 65_535);
  static final ValueType<String> TEXT =
      text("text", Function.<String>identity()).where(text -> !text.isBlank());
  static final ValueType<Secret> SECRET =
      new ValueType<>(Kind.TEXT, "text, better as ${NAME} from the environment", Secret::new, true);

  static <T> ValueType<T> text(String allowed, Function<String, T> parser) {
    return new ValueType<>(Kind.TEXT, allowed, parser, false);
  }

  static ValueType<Integer> whole(int least, int most) {
    return new ValueType<>(
            Kind.WHOLE_NUMBER, least + ".." + most, text -> Integer.valueOf(text), false)
        .where(value -> value >= least && value <= most);
  }

  static ValueType<BigDecimal> number(String least, String most) {
    BigDecimal low = new BigDecimal(least);
    BigDecimal high = new BigDecimal(most);
    return new ValueType<>(Kind.NUMBER, least + ".." + most, BigDecimal::new, false)
        .where(value -> value.compareTo(low) >= 0 && value.compareTo(high) <= 0);
  }

  /** One of the words of an enum, in any case. */
  static <E extends Enum<E>> ValueType<E> wordOf(Class<E> type) {
    Map<String, E> words = new LinkedHashMap<>();
    for (E constant : type.getEnumConstants()) {
      words.put(constant.name().toLowerCase(Locale.ROOT), constant);
    }
    return oneOf(words);
  }

  /** One of these words, in any case. */
  static <T> ValueType<T> oneOf(Map<String, T> words) {
    String allowed = words.keySet().stream().collect(Collectors.joining(", "));
    return text(allowed, text -> text.toLowerCase(Locale.ROOT))
        .where(words::containsKey)
        .map(words::get);
  }

  <R> ValueType<R> map(Function<T, R> function) {
    return new ValueType<>(kind, allowed, parser.andThen(function), isSecret);
  }

  ValueType<T> where(Predicate<T> condition) {
    return map(
        value -> {
          if (!condition.test(value)) {
            throw new IllegalArgumentException(allowed);
          }
          return value;
        });
  }

  ValueType<T> allowing(String words) {
    return new ValueType<>(kind, words, parser, isSecret);
  }

  /** What stands in an error message for a value of this type. */
  String shown(String text) {
    return isSecret ? "the value" : kind == Kind.TEXT ? "'" + text + "'" : text;
  }

  /** Why a value that YAML took for something else is refused. */
  String mismatch(String text, Tag written) {
    String detail = allowed.equals(kind.words) ? "" : ", " + allowed;
    return (isSecret ? "the value" : "'" + text + "'")
        + " is "
        + Kind.wordsOf(written)
        + ", which is not allowed: "
        + kind.words
        + detail
        + (kind == Kind.TEXT ? " (put it in quotes)" : "");
  }

  private static Boolean truth(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("true or false");
    };
  }
}
