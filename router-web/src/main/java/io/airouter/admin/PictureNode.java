package io.airouter.admin;

import java.util.ArrayList;
import java.util.List;

/**
 * One box of a {@link RoutePicture}.
 *
 * @param kind the step it stands for
 * @param state {@code done}, {@code chosen}, {@code planned}, {@code failed} or {@code idle}
 * @param whole all its words, uncut
 */
public record PictureNode(
    int x,
    int y,
    String kind,
    String state,
    String title,
    List<Line> lines,
    String time,
    String whole) {
  static final String DONE = "done";
  static final String CHOSEN = "chosen";
  static final String PLANNED = "planned";
  static final String FAILED = "failed";
  static final String IDLE = "idle";

  private static final int TITLE_CHARACTERS = 21;
  private static final int LINE_CHARACTERS = 26;
  private static final int FIRST_LINE = 60;
  private static final int LINE_HEIGHT = 15;

  public PictureNode {
    lines = List.copyOf(lines);
  }

  /** One line of small text at its height within the box. */
  public record Line(int y, String text) {}

  static PictureNode of(int x, int y, RoutePicture.Content content) {
    List<Line> lines = new ArrayList<>();
    for (String text : content.lines()) {
      lines.add(new Line(y + FIRST_LINE + lines.size() * LINE_HEIGHT, cut(text, LINE_CHARACTERS)));
    }
    return new PictureNode(
        x,
        y,
        content.kind(),
        content.state(),
        cut(content.title(), TITLE_CHARACTERS),
        lines,
        content.time(),
        content.kind() + ": " + content.title() + ", " + String.join(", ", content.lines()));
  }

  private static String cut(String text, int characters) {
    return text.length() <= characters ? text : text.substring(0, characters - 1) + "…";
  }

  public int width() {
    return RoutePicture.NODE_WIDTH;
  }

  public int height() {
    return RoutePicture.NODE_HEIGHT;
  }

  int right() {
    return x + RoutePicture.NODE_WIDTH;
  }

  int centre() {
    return y + RoutePicture.NODE_HEIGHT / 2;
  }
}
