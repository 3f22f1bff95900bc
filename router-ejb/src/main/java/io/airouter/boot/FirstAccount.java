package io.airouter.boot;

import io.airouter.access.FirstAdministrator;
import io.airouter.cluster.ChangeTurn;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.Optional;

/** Makes the first administrator on one node only, of several that start on an empty database. */
@Stateless
@PermitAll
public class FirstAccount {
  @Inject private FirstAdministrator administrator;
  @Inject private ChangeTurn turn;

  /** Tells the file with the password where this node made the account. */
  public Optional<Path> ensure() {
    turn.take();
    return administrator.ensure();
  }
}
