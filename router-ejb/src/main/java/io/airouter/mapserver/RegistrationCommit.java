package io.airouter.mapserver;

import java.util.List;
import java.util.Objects;

/**
 * What one Map-Register changes.
 *
 * @param saved added, or replaced by key
 * @param removed withdrawn, or replaced by another xTR's; unknown keys are no error
 * @param nonces of the xTR, replaced by key
 */
public record RegistrationCommit(
    List<Registration> saved, List<RegistrationKey> removed, AcceptedNonces nonces) {
  public RegistrationCommit {
    saved = List.copyOf(saved);
    removed = List.copyOf(removed);
    Objects.requireNonNull(nonces);
  }
}
