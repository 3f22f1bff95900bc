package io.airouter.simulator;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Really computes the simple arithmetic of a prompt: decimal numbers, the four operations with
 * their precedence, brackets, and "N% of M".
 */
final class Arithmetic {

  private static final Pattern CUE =
      Pattern.compile("what is|what's|how much|calculate|compute|evaluate|solve|=|^[\\s\\d(.-]+");
  private static final Pattern PERCENT =
      Pattern.compile(
          "(\\d{1,15}(?:\\.\\d{1,9})?)\\s*(?:%|percent) of (\\d{1,15}(?:\\.\\d{1,9})?)");
  private static final Pattern EXPRESSION = Pattern.compile("[(-]*\\d[\\d.()+*/ -]{0,99}");
  private static final int MAX_DEPTH = 20;

  private final String text;
  private int at;
  private int depth;

  private Arithmetic(String text) {
    this.text = text;
  }

  /** The first expression of the prompt with its value, as in {@code 17*23 = 391}. */
  static Optional<String> solve(String prompt) {
    String lower = prompt.toLowerCase(Locale.ROOT).strip();
    if (!CUE.matcher(lower).find()) {
      return Optional.empty();
    }
    Matcher percent = PERCENT.matcher(lower);
    if (percent.find()) {
      BigDecimal share = new BigDecimal(percent.group(1)).movePointLeft(2);
      return Optional.of(
          percent.group() + " is " + plain(share.multiply(new BigDecimal(percent.group(2)))));
    }
    Matcher found = EXPRESSION.matcher(inSymbols(lower));
    while (found.find()) {
      String expression = found.group().replace(" ", "");
      if (expression.matches(".*\\d\\)*[-+*/].*\\d.*")) {
        return new Arithmetic(expression).value();
      }
    }
    return Optional.empty();
  }

  private static String inSymbols(String words) {
    return words
        .replace("multiplied by", "*")
        .replace("divided by", "/")
        .replace("times", "*")
        .replace("plus", "+")
        .replace("minus", "-")
        .replace('×', '*')
        .replace('÷', '/')
        .replaceAll("(?<=\\d)\\s*x\\s*(?=\\d)", "*");
  }

  private Optional<String> value() {
    try {
      BigDecimal value = sum();
      return at == text.length() || text.substring(at).equals(".")
          ? Optional.of(text.substring(0, at) + " = " + plain(value))
          : Optional.empty();
    } catch (ArithmeticException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private BigDecimal sum() {
    BigDecimal value = product();
    while (next('+') || next('-')) {
      boolean add = text.charAt(at++) == '+';
      BigDecimal term = product();
      value = add ? value.add(term) : value.subtract(term);
    }
    return value;
  }

  private BigDecimal product() {
    BigDecimal value = factor();
    while (next('*') || next('/')) {
      boolean multiply = text.charAt(at++) == '*';
      BigDecimal term = factor();
      value =
          multiply
              ? value.multiply(term, MathContext.DECIMAL64)
              : value.divide(term, MathContext.DECIMAL64);
    }
    return value;
  }

  private BigDecimal factor() {
    if (++depth > MAX_DEPTH * 5) {
      throw new ArithmeticException("too long");
    }
    if (next('-')) {
      at++;
      return factor().negate();
    }
    if (next('(')) {
      at++;
      BigDecimal value = sum();
      if (!next(')')) {
        throw new ArithmeticException("bracket not closed");
      }
      at++;
      return value;
    }
    int start = at;
    while (at < text.length()
        && (Character.isDigit(text.charAt(at))
            || (text.charAt(at) == '.' && at + 1 < text.length()))) {
      at++;
    }
    return new BigDecimal(text.substring(start, at));
  }

  private boolean next(char wanted) {
    return at < text.length() && text.charAt(at) == wanted;
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
