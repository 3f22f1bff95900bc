package io.airouter.admin;

import io.airouter.history.EndpointStanding;
import io.airouter.history.HealthEvent;
import io.airouter.history.HealthTimeline;
import io.airouter.history.HealthTimeline.Spell;
import io.airouter.model.EndpointId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * An endpoint's health over a period as a strip: one bar for each spell, in colour and in height,
 * so that a failure is seen without either; and the same as rows.
 */
public record HealthStrip(EndpointId endpoint, HealthTimeline timeline) {
  private static final double WIDTH = 1_000;
  private static final double HEIGHT = 24;

  /** A failure of seconds must be seen in a strip of days. */
  private static final double NARROWEST = 3;

  private static final int ROWS = 100;

  static HealthStrip of(HealthTimeline timeline) {
    return new HealthStrip(timeline.endpoint(), timeline);
  }

  public String id() {
    return endpoint.value();
  }

  public List<Bar> bars() {
    return timeline.spells().stream().map(this::bar).toList();
  }

  /** One spell, in the units of the picture. */
  public record Bar(String x, String y, String width, String height, String level, String title) {}

  private Bar bar(Spell spell) {
    double whole = Duration.between(timeline.from(), timeline.to()).toMillis();
    double begin = Duration.between(timeline.from(), spell.from()).toMillis() / whole * WIDTH;
    double width = Math.max(NARROWEST, spell.length().toMillis() / whole * WIDTH);
    double height = HEIGHT * part(spell.standing());
    String title =
        "%s from %s for %s%s"
            .formatted(
                mark(spell.standing()).word(),
                Figures.dayAndTime(spell.from()),
                Figures.age(spell.length()),
                spell.reason().isEmpty() ? "" : ": " + spell.reason());
    return new Bar(
        number(Math.min(begin, WIDTH - width)),
        number(HEIGHT - height),
        number(width),
        number(height),
        mark(spell.standing()).level(),
        title);
  }

  /** Trouble stands higher than health; nothing known lies low. */
  private static double part(EndpointStanding standing) {
    return switch (standing) {
      case CRITICAL -> 1;
      case WARNING -> 0.75;
      case PASSING -> 0.5;
      case DRAINING, MAINTENANCE -> 0.25;
      case UNKNOWN, ABSENT -> 0.08;
    };
  }

  static StatusMark mark(EndpointStanding standing) {
    return switch (standing) {
      case PASSING -> StatusMark.ok("Passing");
      case WARNING -> StatusMark.warn("Warning");
      case CRITICAL -> StatusMark.bad("Critical");
      case DRAINING -> StatusMark.idle("Draining");
      case MAINTENANCE -> StatusMark.idle("Maintenance");
      case UNKNOWN -> StatusMark.idle("Not checked");
      case ABSENT -> StatusMark.idle("Not watched");
    };
  }

  /** {@code 99.98 %} of the time it was judged. */
  public String availability() {
    return timeline
        .availability()
        .map(share -> String.format(Locale.ROOT, "%.2f %%", Math.floor(share * 10_000) / 100))
        .orElse(Figures.NONE);
  }

  /** The strip in words. */
  public String label() {
    return endpoint
        + ": "
        + availability()
        + " passing, "
        + Figures.count(timeline.events().size(), "change")
        + "; the table below has them";
  }

  /** The latest changes, newest first. */
  public List<Row> rows() {
    return timeline.events().stream().limit(ROWS).map(Row::of).toList();
  }

  /** One change. */
  public record Row(String at, StatusMark from, StatusMark to, String reason, String node) {
    static Row of(HealthEvent event) {
      return new Row(
          Figures.dayAndTime(event.at()),
          mark(event.from()),
          mark(event.to()),
          event.reason(),
          event.node());
    }
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }
}
