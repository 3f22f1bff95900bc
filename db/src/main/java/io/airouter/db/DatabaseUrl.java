package io.airouter.db;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Where the database is and who connects. {@code user} and {@code password} are empty when the JDBC
 * URL itself carries them or none is needed.
 *
 * <p>Neither {@link #toString} nor an exception shows the password.
 */
record DatabaseUrl(String jdbc, String user, String password) {
  private static final String JDBC = "jdbc:postgresql:";
  private static final String ALLOWED =
      "allowed is postgresql://user:password@host:port/database or jdbc:postgresql://…";

  DatabaseUrl {
    Objects.requireNonNull(user);
    Objects.requireNonNull(password);
    if (!jdbc.startsWith(JDBC)) {
      throw new IllegalArgumentException("DATABASE_URL is not one of PostgreSQL: " + ALLOWED);
    }
  }

  /** Reads the value of DATABASE_URL in either of its two spellings. */
  static DatabaseUrl parse(String text) {
    if (text.matches(JDBC + "//[^/?]*@.*")) {
      // The driver would take user and password for a part of the host and quote them.
      return parse(text.substring("jdbc:".length()));
    }
    if (text.startsWith(JDBC)) {
      return new DatabaseUrl(text, "", "");
    }
    // The cause is left out on purpose: its message quotes the whole URL, password included.
    URI uri;
    try {
      uri = new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(
          "DATABASE_URL is no URL (" + e.getReason() + " at " + e.getIndex() + "): " + ALLOWED);
    }
    if (!"postgresql".equals(uri.getScheme()) && !"postgres".equals(uri.getScheme())) {
      throw new IllegalArgumentException("DATABASE_URL is not one of PostgreSQL: " + ALLOWED);
    }
    if (uri.getHost() == null || uri.getPath().length() < 2) {
      throw new IllegalArgumentException("DATABASE_URL lacks a host or a database: " + ALLOWED);
    }
    return new DatabaseUrl(jdbcOf(uri), credential(uri, 0), credential(uri, 1));
  }

  private static String jdbcOf(URI uri) {
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return JDBC + "//" + uri.getHost() + port + uri.getRawPath() + query;
  }

  private static String credential(URI uri, int index) {
    if (uri.getRawUserInfo() == null) {
      return "";
    }
    String[] parts = uri.getRawUserInfo().split(":", 2);
    // A plus sign is itself in the user part of a URL, unlike in a form.
    return index < parts.length
        ? URLDecoder.decode(parts[index].replace("+", "%2B"), StandardCharsets.UTF_8)
        : "";
  }

  @Override
  public String toString() {
    return jdbc.replaceFirst("\\?.*", "");
  }
}
