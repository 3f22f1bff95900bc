package io.airouter.admin;

import jakarta.faces.context.FacesContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a page with a table was asked for: the words searched, the order and the page, all of it in
 * the URL, so that a view can be kept, sent to a colleague and reloaded.
 *
 * @param parameters the URL's own, the three of the table among them
 * @param defaultSort the column it is sorted by when the URL names none; a {@code -} in front of a
 *     column sorts downwards
 */
public record TableRequest(SortedMap<String, String> parameters, String defaultSort) {
  private static final String SEARCH = "q";
  private static final String SORT = "sort";
  private static final String PAGE = "page";
  private static final String DOWNWARDS = "-";
  private static final int MAX_SEARCH = 200;

  public TableRequest {
    parameters = new TreeMap<>(parameters);
  }

  /** That of the page being shown. */
  static TableRequest ofPage(String defaultSort) {
    Map<String, String> given =
        FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap();
    SortedMap<String, String> own = new TreeMap<>();
    given.forEach(
        (name, value) -> {
          // Faces' own parameters belong to a form and not to the address.
          if (!name.startsWith("jakarta.faces.") && !name.contains(":") && !value.isBlank()) {
            own.put(name, value.strip());
          }
        });
    return new TableRequest(own, defaultSort);
  }

  /** The value of a filter, empty where it is not set. */
  public String filter(String name) {
    return parameters.getOrDefault(name, "");
  }

  public String search() {
    String text = filter(SEARCH);
    return text.length() > MAX_SEARCH ? text.substring(0, MAX_SEARCH) : text;
  }

  public String sortedBy() {
    String sort = sort();
    return sort.startsWith(DOWNWARDS) ? sort.substring(1) : sort;
  }

  public boolean isDescending() {
    return sort().startsWith(DOWNWARDS);
  }

  /** Counted from 1. */
  public int page() {
    String page = filter(PAGE);
    return page.matches("[1-9]\\d{0,5}") ? Integer.parseInt(page) : 1;
  }

  /** Whether anything but order and page is asked for. */
  public boolean isFiltered() {
    return parameters.keySet().stream().anyMatch(name -> !name.equals(SORT) && !name.equals(PAGE));
  }

  /** The address of the same rows in the order of that column, turned round on a second click. */
  public String sortLink(String column) {
    boolean turned = sortedBy().equals(column) && !isDescending();
    return link(SORT, turned ? DOWNWARDS + column : column);
  }

  /** {@code ascending}, {@code descending} or {@code none}, as {@code aria-sort} has them. */
  public String ariaSort(String column) {
    if (!sortedBy().equals(column)) {
      return "none";
    }
    return isDescending() ? "descending" : "ascending";
  }

  public String pageLink(int number) {
    return link(PAGE, String.valueOf(number));
  }

  /** The address of the same view with one filter set, on its first page. */
  public String link(String name, String value) {
    Map<String, String> changed = new TreeMap<>(parameters);
    changed.remove(PAGE);
    changed.put(name, value);
    return "?" + query(changed);
  }

  /** The filters and the order for another address, such as that of the CSV; may be empty. */
  public String query() {
    Map<String, String> without = new TreeMap<>(parameters);
    without.remove(PAGE);
    return without.isEmpty() ? "" : "?" + query(without);
  }

  private String sort() {
    return parameters.getOrDefault(SORT, defaultSort);
  }

  private static String query(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
