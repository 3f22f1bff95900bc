package io.airouter.admin;

import io.airouter.api.SearchWords;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The rows of one page of a table that lives in memory, and where they stand among all that match.
 *
 * @param first the position of the first row, counted from 1; 0 where there is none
 * @param total how many rows match
 */
public record TablePage<T>(List<T> rows, int first, int total, TableRequest request) {
  /** So many rows on one page: more than one looks through by eye, and quick to show. */
  public static final int ROWS = 50;

  public TablePage {
    rows = List.copyOf(rows);
  }

  /**
   * The page asked for, or the last one there is.
   *
   * @param columns the order of each column that can be sorted by
   * @param text what of a row the search looks at
   */
  static <T> TablePage<T> of(
      List<T> all,
      TableRequest request,
      Map<String, Comparator<T>> columns,
      Function<T, String> text) {
    List<T> matching = sorted(matching(all, request.search(), text), request, columns);
    int pages = Math.max(1, (matching.size() + ROWS - 1) / ROWS);
    int from = (Math.min(request.page(), pages) - 1) * ROWS;
    List<T> rows = matching.subList(from, Math.min(from + ROWS, matching.size()));
    return new TablePage<>(rows, rows.isEmpty() ? 0 : from + 1, matching.size(), request);
  }

  private static <T> List<T> matching(List<T> all, String search, Function<T, String> text) {
    SearchWords words = SearchWords.of(search);
    return all.stream().filter(row -> words.match(text.apply(row))).toList();
  }

  private static <T> List<T> sorted(
      List<T> rows, TableRequest request, Map<String, Comparator<T>> columns) {
    Comparator<T> order = columns.get(request.sortedBy());
    if (order == null) {
      return rows;
    }
    return rows.stream().sorted(request.isDescending() ? order.reversed() : order).toList();
  }

  public boolean isNone() {
    return rows.isEmpty();
  }

  public int last() {
    return first + rows.size() - (rows.isEmpty() ? 0 : 1);
  }

  public boolean hasPrevious() {
    return first > 1;
  }

  public boolean hasNext() {
    return last() < total;
  }

  public String previousLink() {
    return request.pageLink(number() - 1);
  }

  public String nextLink() {
    return request.pageLink(number() + 1);
  }

  private int number() {
    return first / ROWS + 1;
  }
}
