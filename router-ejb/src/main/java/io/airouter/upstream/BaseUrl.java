package io.airouter.upstream;

import java.net.URI;

/** Joins an endpoint's base URL and a dialect's path. */
final class BaseUrl {
  private BaseUrl() {}

  /**
   * The URL to call. People write base URLs with and without the version, and some the whole path,
   * so what the base already ends with is not said twice.
   */
  static URI join(URI base, String path) {
    String root = base.toString();
    int query = root.indexOf('?');
    root = query < 0 ? root : root.substring(0, query);
    while (root.endsWith("/")) {
      root = root.substring(0, root.length() - 1);
    }
    if (root.endsWith(path)) {
      return URI.create(root);
    }
    String version = path.substring(0, path.indexOf('/', 1));
    return URI.create(root + (root.endsWith(version) ? path.substring(version.length()) : path));
  }
}
