package io.airouter.query;

import java.util.Optional;

/** Where the endpoints' secrets are kept, by the names that endpoints carry. Safe for threads. */
@FunctionalInterface
public interface CredentialSource {
  /** A store for endpoints that need no secret. */
  CredentialSource NONE = name -> Optional.empty();

  /** The secret of that name; never to be logged. */
  Optional<String> secret(String name);
}
