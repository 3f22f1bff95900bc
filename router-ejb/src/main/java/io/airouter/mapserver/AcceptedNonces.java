package io.airouter.mapserver;

import java.util.List;
import java.util.Objects;

/**
 * The nonces that were accepted lately.
 *
 * @param nonces at most {@link #WINDOW}, the newest last; unsigned 64-bit numbers
 */
public record AcceptedNonces(NonceKey key, List<Long> nonces) {
  /** Two hours of one xTR that registers each minute. */
  public static final int WINDOW = 128;

  public AcceptedNonces {
    Objects.requireNonNull(key);
    nonces = List.copyOf(nonces);
    if (nonces.size() > WINDOW) {
      throw new IllegalArgumentException(nonces.size() + " nonces, at most " + WINDOW);
    }
  }
}
