package io.airouter.api;

import io.airouter.history.HistoryCursor;
import io.airouter.history.HistoryFilter;
import io.airouter.history.HistoryOrder;
import io.airouter.history.OutcomeGroup;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A search of the history as a URL says it; the same words for the page, the API and the CSV, so
 * that one's address shows the other's rows.
 *
 * @param given the parameters of the URL; one that is blank counts as absent
 * @param now what a range reaches back from
 */
public record HistoryParameters(Map<String, String> given, Instant now) {
  private static final Pattern RANGE = Pattern.compile("([1-9]\\d{0,3})([mhd])");
  private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");
  private static final int MAX_TEXT = 300;

  /** Another node's clock may be ahead of ours. */
  private static final Duration LEEWAY = Duration.ofMinutes(1);

  public HistoryParameters {
    given = Map.copyOf(given);
  }

  /**
   * What is searched for; without a time, all that is kept.
   *
   * @throws ProblemException 422 for a parameter that is not understood, with its name
   */
  public HistoryFilter filter() {
    Instant to = time("to").orElseGet(() -> now.plus(LEEWAY));
    Instant from = time("from").or(this::rangeStart).orElse(Instant.EPOCH);
    if (from.isAfter(to)) {
      throw wrong("from", "before 'to'");
    }
    return new HistoryFilter(
        from,
        to,
        text("model"),
        text("endpoint"),
        text("class"),
        text("type"),
        text("caller"),
        text("outcome").map(HistoryParameters::outcome),
        text("q"));
  }

  /** How the rows are sorted; the newest first unless {@code sort} says otherwise. */
  public HistoryOrder order() {
    return text("sort")
        .map(
            word ->
                HistoryOrder.ofWord(word)
                    .orElseThrow(
                        () ->
                            wrong("sort", "one of " + orders() + ", or that with a '-' before it")))
        .orElse(HistoryOrder.NEWEST_FIRST);
  }

  /** Where a page starts; empty for the first one. */
  public Optional<HistoryCursor> after(String name) {
    return text(name)
        .map(
            text ->
                HistoryCursor.parse(text)
                    .orElseThrow(() -> wrong(name, "what the page before this one gave")));
  }

  private Optional<Instant> rangeStart() {
    return text("range").map(range -> now.minus(duration(range)));
  }

  private static Duration duration(String range) {
    Matcher parts = RANGE.matcher(range);
    if (!parts.matches()) {
      throw wrong("range", "a number with m, h or d, such as 15m, 24h or 7d");
    }
    long count = Long.parseLong(parts.group(1));
    return switch (parts.group(2)) {
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }

  private Optional<Instant> time(String name) {
    return text(name)
        .map(
            text -> {
              Instant time = instant(name, text);
              if (time.isBefore(Instant.EPOCH) || time.isAfter(END_OF_TIME)) {
                throw wrong(name, "a time of the years 1970 to 9999");
              }
              return time;
            });
  }

  /** An instant, or as a form field has it: a date or a local time, which counts as UTC. */
  private static Instant instant(String name, String text) {
    try {
      if (text.length() == "2026-01-31".length()) {
        return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
      }
      return text.endsWith("Z")
          ? Instant.parse(text)
          : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    } catch (DateTimeParseException e) {
      throw wrong(name, "a time such as 2026-01-31T12:00:00Z, or a date");
    }
  }

  private static OutcomeGroup outcome(String word) {
    return OutcomeGroup.ofWord(word)
        .orElseThrow(
            () ->
                wrong(
                    "outcome",
                    "one of "
                        + Arrays.stream(OutcomeGroup.values())
                            .map(OutcomeGroup::word)
                            .collect(Collectors.joining(", "))));
  }

  private static String orders() {
    return Arrays.stream(HistoryOrder.Key.values())
        .map(HistoryOrder.Key::word)
        .collect(Collectors.joining(", "));
  }

  private Optional<String> text(String name) {
    Optional<String> text =
        Optional.ofNullable(given.get(name)).map(String::strip).filter(t -> !t.isEmpty());
    boolean odd = text.filter(t -> t.chars().anyMatch(Character::isISOControl)).isPresent();
    if (odd || text.filter(t -> t.length() > MAX_TEXT).isPresent()) {
      throw wrong(name, "at most " + MAX_TEXT + " characters, none of them a control one");
    }
    return text;
  }

  private static ProblemException wrong(String name, String expected) {
    return Problem.of(
            Problem.UNPROCESSABLE, "invalid_field", "'" + name + "' must be " + expected + ".")
        .inField(name)
        .asException();
  }
}
