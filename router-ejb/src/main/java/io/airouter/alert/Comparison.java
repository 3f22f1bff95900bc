package io.airouter.alert;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How a rule compares a reading with its threshold. */
public enum Comparison {
  ABOVE(">"),
  AT_LEAST(">="),
  BELOW("<"),
  AT_MOST("<=");

  private final String sign;

  Comparison(String sign) {
    this.sign = sign;
  }

  /** As the API and the database write it. */
  public String sign() {
    return sign;
  }

  boolean holds(double reading, double threshold) {
    return switch (this) {
      case ABOVE -> reading > threshold;
      case AT_LEAST -> reading >= threshold;
      case BELOW -> reading < threshold;
      case AT_MOST -> reading <= threshold;
    };
  }

  /** Whether {@code reading} is further beyond the threshold than {@code other}. */
  boolean isWorse(double reading, double other) {
    return switch (this) {
      case ABOVE, AT_LEAST -> reading > other;
      case BELOW, AT_MOST -> reading < other;
    };
  }

  public static Optional<Comparison> ofSign(String sign) {
    return Arrays.stream(values()).filter(c -> c.sign.equals(sign)).findFirst();
  }

  public static List<String> signs() {
    return Arrays.stream(values()).map(Comparison::sign).toList();
  }
}
