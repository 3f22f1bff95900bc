package io.airouter.admin;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One line of a {@link RoutePicture}.
 *
 * @param path SVG path commands
 * @param state that of the box it leads to; {@code idle} where it leads from an unused one
 * @param arrow whether it ends at a box
 */
public record PictureEdge(String path, String state, boolean arrow) {
  private static final int ARROW = 5;

  private record Point(int x, int y) {}

  static PictureEdge between(PictureNode from, PictureNode to) {
    return curve(end(from), start(to), to.state(), true);
  }

  /**
   * From all views to one endpoint through a common point, so that many calls cross few lines.
   *
   * @param height of the common point
   */
  static List<PictureEdge> merging(List<PictureNode> views, PictureNode end, int height) {
    int right = views.getFirst().right();
    Point common = new Point(right + (end.x() - right) / 2, height);
    Stream<PictureEdge> in =
        views.stream().map(view -> curve(end(view), common, view.state(), false));
    PictureEdge out = curve(common, start(end), end.state(), true);
    return Stream.concat(in, Stream.of(out)).toList();
  }

  private static Point start(PictureNode node) {
    return new Point(node.x() - ARROW, node.centre());
  }

  private static Point end(PictureNode node) {
    return new Point(node.right(), node.centre());
  }

  private static PictureEdge curve(Point from, Point to, String state, boolean arrow) {
    int middle = (from.x() + to.x()) / 2;
    String path =
        String.format(
            Locale.ROOT,
            "M%d %d C%d %d %d %d %d %d",
            from.x(),
            from.y(),
            middle,
            from.y(),
            middle,
            to.y(),
            to.x(),
            to.y());
    return new PictureEdge(path, state, arrow);
  }
}
