package io.airouter.mapserver;

import io.airouter.lisp.AuthenticationAlgorithm;
import io.airouter.lisp.Octets;
import java.util.Objects;

/**
 * A secret shared with a site, chosen by its Key ID and bound to one algorithm, so that a peer
 * cannot choose a weaker one. The secret shows in no text.
 *
 * @param id the Key ID of the packet, 0..255
 * @param secret at least one octet
 */
public record SiteKey(int id, AuthenticationAlgorithm algorithm, Octets secret) {
  public SiteKey {
    if (id < 0 || id > 255) {
      throw new IllegalArgumentException("Key ID " + id + ": 0..255");
    }
    Objects.requireNonNull(algorithm);
    if (secret.length() == 0) {
      throw new IllegalArgumentException("Key ID " + id + ": an empty secret");
    }
  }

  @Override
  public String toString() {
    return "SiteKey[id=" + id + ", algorithm=" + algorithm + ", secret=***]";
  }
}
