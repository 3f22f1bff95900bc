package io.airouter.admin;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Numbers as people read them: few digits, the unit beside them, times of day in UTC. */
public final class Figures {
  /** What stands where there is no figure. */
  static final String NONE = "–";

  private static final DateTimeFormatter TIME_OF_DAY =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY_AND_TIME =
      DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final long COMPACT_FROM = 100_000;
  private static final double THOUSAND = 1_000;
  private static final double MILLION = 1_000_000;
  private static final int COST_DIGITS = 3;
  private static final double KIBI = 1024;
  private static final List<String> BYTES = List.of("B", "KiB", "MiB", "GiB", "TiB");

  private Figures() {}

  static String duration(Duration duration) {
    return duration.isZero() ? NONE : millis(duration.toNanos() / MILLION);
  }

  /** {@code 0.41 ms}, {@code 12.3 ms}, {@code 312 ms}, {@code 1.24 s}. */
  static String millis(double millis) {
    if (millis >= THOUSAND) {
      return format("%.2f s", millis / THOUSAND);
    }
    if (millis >= 100) {
      return format("%.0f ms", millis);
    }
    return format(millis >= 10 ? "%.1f ms" : "%.2f ms", millis);
  }

  /** {@code 9,999}, and from a hundred thousand on {@code 123.4k} or {@code 1.2M}. */
  static String count(long count) {
    if (count < COMPACT_FROM) {
      return format("%,d", count);
    }
    return count < MILLION ? format("%.1fk", count / THOUSAND) : format("%.1fM", count / MILLION);
  }

  static String count(long count, String noun) {
    return count(count) + " " + noun + (count == 1 ? "" : "s");
  }

  /** A part of a whole, {@code 0.4 %}; a dash of nothing. */
  static String share(long part, long whole) {
    return whole == 0 ? NONE : format("%.1f %%", 100.0 * part / whole);
  }

  /** 0..1 as {@code 42 %}. */
  static String percent(double fraction) {
    return format("%.0f %%", fraction * 100);
  }

  /** 0..1 as a score with two digits. */
  static String score(double score) {
    return format("%.2f", score);
  }

  /** {@code 312 B}, {@code 4.2 KiB}, {@code 1.25 GiB}. */
  static String bytes(double bytes) {
    double value = bytes;
    int unit = 0;
    while (value >= KIBI && unit < BYTES.size() - 1) {
      value /= KIBI;
      unit++;
    }
    return format(
        unit == 0 ? "%.0f %s" : value >= 100 ? "%.0f %s" : "%.1f %s", value, BYTES.get(unit));
  }

  /** An amount with as many digits as its first three that count; at least cents. */
  static String money(BigDecimal amount) {
    if (amount.signum() == 0) {
      return "0.00";
    }
    int leadingZeros = amount.scale() - amount.precision();
    int scale = Math.max(2, leadingZeros + COST_DIGITS);
    return format("%,." + scale + "f", amount.setScale(scale, RoundingMode.HALF_UP));
  }

  static String timeOfDay(Instant instant) {
    return TIME_OF_DAY.format(instant);
  }

  static String dayAndTime(Instant instant) {
    return DAY_AND_TIME.format(instant);
  }

  /**
   * A length of time in its greatest unit: {@code 40 s}, {@code 3 min}, {@code 5 h}, {@code 2 d}.
   */
  static String age(Duration age) {
    if (age.toDays() > 0) {
      return age.toDays() + " d";
    }
    if (age.toHours() > 0) {
      return age.toHours() + " h";
    }
    return age.toMinutes() > 0 ? age.toMinutes() + " min" : Math.max(0, age.toSeconds()) + " s";
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
