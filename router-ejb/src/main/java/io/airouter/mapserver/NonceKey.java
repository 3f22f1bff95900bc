package io.airouter.mapserver;

import java.util.Objects;

/**
 * Whose nonces: RFC 9301 §5.6 counts them for each xTR-ID and key. All xTRs of a key that send no
 * xTR-ID count as one, because their source address is not signed and a replay could come from any.
 *
 * @param site the site's name
 * @param xtr the xTR-ID in hexadecimal, empty where none was sent
 */
public record NonceKey(String site, int keyId, String xtr) {
  public NonceKey {
    Objects.requireNonNull(site);
    Objects.requireNonNull(xtr);
  }
}
