package io.airouter.model;

import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;

/** How an operator writes where an endpoint is: {@code host:port}, or a URL with perhaps a path. */
public final class BaseUrl {
  private static final Pattern AUTHORITY = Pattern.compile("[^/?#@]+:\\d+");
  private static final Set<String> WEB = Set.of("http", "https");
  private static final int HIGHEST_PORT = 65_535;

  private BaseUrl() {}

  /**
   * The URL; a lone slash as path is none.
   *
   * @throws IllegalArgumentException for other schemes, and for credentials, queries and fragments
   */
  public static URI parse(String text) {
    URI url = URI.create(AUTHORITY.matcher(text).matches() ? "http://" + text : text);
    String path = String.valueOf(url.getRawPath());
    boolean isBare = url.getRawQuery() == null && url.getRawFragment() == null;
    if (!isWeb(url) || !isBare || url.getRawUserInfo() != null) {
      throw new IllegalArgumentException("not a base URL");
    }
    return path.equals("/") ? URI.create(url.getScheme() + "://" + url.getRawAuthority()) : url;
  }

  private static boolean isWeb(URI url) {
    return WEB.contains(String.valueOf(url.getScheme()))
        && url.getHost() != null
        && url.getPort() != 0
        && url.getPort() <= HIGHEST_PORT;
  }
}
