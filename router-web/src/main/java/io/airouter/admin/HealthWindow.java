package io.airouter.admin;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import java.io.Serial;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/** How far a health strip looks back ({@code ?hours=}). */
@Named
@ViewScoped
public class HealthWindow implements Serializable {
  @Serial private static final long serialVersionUID = 1;
  private static final int DAY = 24;

  /** What may be chosen. */
  public record Choice(int hours, String label) {}

  private static final List<Choice> CHOICES =
      List.of(
          new Choice(1, "1 hour"),
          new Choice(DAY, "24 hours"),
          new Choice(7 * DAY, "7 days"),
          new Choice(30 * DAY, "30 days"));

  private int hours = DAY;

  Duration length() {
    return Duration.ofHours(hours);
  }

  public List<Choice> getChoices() {
    return CHOICES;
  }

  public String getLabel() {
    return CHOICES.stream()
        .filter(choice -> choice.hours() == hours)
        .map(Choice::label)
        .findFirst()
        .orElse(hours + " hours");
  }

  public String getHours() {
    return String.valueOf(hours);
  }

  /** Whatever is none of the choices is a day. */
  public void setHours(String typed) {
    hours =
        CHOICES.stream()
            .map(Choice::hours)
            .filter(choice -> String.valueOf(choice).equals(typed))
            .findFirst()
            .orElse(DAY);
  }
}
