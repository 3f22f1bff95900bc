package io.airouter.boot.configuration;

import java.util.Objects;

/**
 * The HTTP side. The server itself takes address and ports from the environment before the
 * application lives; these are what the application says of them and binds its other listeners to.
 *
 * @param bind a literal address or host name
 */
public record ServerSettings(String bind, int httpPort, int httpsPort, boolean debug) {
  public ServerSettings {
    Objects.requireNonNull(bind);
  }
}
