package io.airouter.access;

import java.util.SortedSet;

/** Where the router holds its endpoints' secrets open while it runs. For any thread. */
public interface CredentialHolder {
  /** Holds the secret from now on, in place of one of the same name. */
  void hold(EndpointSecret secret);

  SortedSet<String> names();
}
