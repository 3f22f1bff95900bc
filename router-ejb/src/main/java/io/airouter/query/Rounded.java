package io.airouter.query;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Decimals for people; each query writes several, and a format string would be parsed each time.
 */
final class Rounded {
  private Rounded() {}

  /** The value with so many decimals, halves rounded up, zeros kept. */
  static String of(double value, int decimals) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }
}
