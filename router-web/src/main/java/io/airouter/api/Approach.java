package io.airouter.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a request came from, as far as it can be known.
 *
 * @param isLocal whether from this machine by its own address: a peer on loopback that asked for a
 *     loopback host, so that neither a proxy nor a rebound DNS name brings in others
 * @param origin of the page that sent it, where another page than the router's own did
 */
record Approach(boolean isLocal, Optional<String> origin) {

  static Approach of(HttpServletRequest request) {
    boolean proxied =
        request.getHeader("X-Forwarded-For") != null || request.getHeader("Forwarded") != null;
    boolean local =
        isLoopback(request.getRemoteAddr()) && isLoopback(request.getServerName()) && !proxied;
    return new Approach(local, foreignOrigin(request));
  }

  private static Optional<String> foreignOrigin(HttpServletRequest request) {
    Optional<String> origin = Optional.ofNullable(request.getHeader("Origin"));
    if (origin.isEmpty() && "cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
      return Optional.of("null");
    }
    String own = request.getScheme() + "://" + request.getHeader("Host");
    return origin.filter(name -> !name.equals(own));
  }

  private static boolean isLoopback(String host) {
    if (host == null) {
      return false;
    }
    String name = host.toLowerCase(Locale.ROOT);
    String bare = name.startsWith("[") ? name.substring(1, name.length() - 1) : name;
    if (bare.equals("localhost")) {
      return true;
    }
    try {
      return InetAddress.ofLiteral(bare).isLoopbackAddress();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
