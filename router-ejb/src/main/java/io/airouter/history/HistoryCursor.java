package io.airouter.history;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a page of the history ended; the next one goes on behind it. It names the last entry and
 * not a number of rows to skip, so that a late page costs as little as the first, and entries that
 * came meanwhile shift nothing.
 *
 * @param value what the last entry is sorted by, where that is not its time; else zero
 * @param at when the last entry came in, in whole microseconds, as the database keeps it
 */
public record HistoryCursor(BigDecimal value, Instant at, String requestId) {
  /** The database's dates end somewhere too. */
  private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

  private static final int PARTS = 3;
  private static final int MAX_TEXT = 1_000;
  private static final int MAX_DIGITS = 40;

  public HistoryCursor {
    Objects.requireNonNull(value);
    Objects.requireNonNull(requestId);
    at = at.truncatedTo(ChronoUnit.MICROS);
  }

  /** The place of that entry in that order. */
  public static HistoryCursor of(HistoryEntry entry, HistoryOrder order) {
    return new HistoryCursor(value(entry, order.key()), entry.at(), entry.requestId());
  }

  private static BigDecimal value(HistoryEntry entry, HistoryOrder.Key key) {
    return switch (key) {
      case TIME -> BigDecimal.ZERO;
      case TOTAL_TIME -> BigDecimal.valueOf(entry.totalTime().toNanos() / 1_000);
      case COST -> entry.cost();
      case TOKENS -> BigDecimal.valueOf(entry.usage().totalTokens());
    };
  }

  /** For URLs. */
  public String text() {
    String plain = value.toPlainString() + " " + at + " " + requestId;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /** What {@link #text} wrote; empty for anything else. */
  public static Optional<HistoryCursor> parse(String text) {
    if (text.length() > MAX_TEXT) {
      return Optional.empty();
    }
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      String[] parts = plain.split(" ", PARTS);
      // An exponent could stand for a number of a billion digits.
      boolean ours = parts.length == PARTS && parts[0].matches("-?[0-9.]{1," + MAX_DIGITS + "}");
      boolean storable = plain.chars().noneMatch(Character::isISOControl);
      return ours && storable
          ? Optional.of(
                  new HistoryCursor(new BigDecimal(parts[0]), Instant.parse(parts[1]), parts[2]))
              .filter(c -> !c.at().isBefore(Instant.EPOCH) && c.at().isBefore(END_OF_TIME))
          : Optional.empty();
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
