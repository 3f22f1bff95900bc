package io.airouter.access;

import java.time.Instant;

/** A bearer token in its compact form (RFC 7519) and when it ends. */
public record IssuedToken(String token, Instant expiresAt) {
  /** Leaves the token out: whoever reads it can use it. */
  @Override
  public String toString() {
    return "IssuedToken[expiresAt=" + expiresAt + "]";
  }
}
