package io.airouter.model;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;

/**
 * What a locator registered by LISP lacks to be called over HTTP: scheme, port and base path. A
 * Map-Register names addresses only (RFC 9301 §5.4), so the model supplies the rest.
 */
public record RegistrationDefaults(String scheme, int port, String path) {
  public RegistrationDefaults {
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new IllegalArgumentException("scheme '" + scheme + "': http or https");
    }
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("port " + port + ": 1..65535");
    }
    if (!path.isEmpty() && !path.startsWith("/")) {
      throw new IllegalArgumentException("path '" + path + "': empty or starting with /");
    }
  }

  /** The base URL of the endpoint at {@code rloc}. */
  public URI baseUrl(InetAddress rloc) {
    String host =
        rloc instanceof Inet6Address ? "[" + rloc.getHostAddress() + "]" : rloc.getHostAddress();
    return URI.create(scheme + "://" + host + ":" + port + path);
  }
}
