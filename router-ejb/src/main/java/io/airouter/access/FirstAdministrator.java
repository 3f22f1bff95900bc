package io.airouter.access;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Lets the first person in: a router without users gets {@code admin} with a random one-time
 * password, left in a file that only the server's owner can read and that goes once the password is
 * changed.
 */
public final class FirstAdministrator {
  public static final String NAME = "admin";
  public static final String FILE = "first-administrator.txt";

  private final AccountStore store;
  private final OwnerOnlyFile file;
  private final InstantSource clock;
  private final SecureRandom random;

  /**
   * Keeps the file in that directory.
   *
   * @param dataDirectory the server's ROUTER_DATA
   */
  public FirstAdministrator(
      AccountStore store, Path dataDirectory, InstantSource clock, SecureRandom random) {
    this.store = store;
    this.file = new OwnerOnlyFile(dataDirectory.resolve(FILE));
    this.clock = clock;
    this.random = random;
  }

  /** Makes the administrator if there is no user; tells the file to read where it did. */
  public Optional<Path> ensure() {
    if (!store.users().isEmpty()) {
      return Optional.empty();
    }
    String password = OneTimePassword.next(random);
    // The file first: a user whose password nobody knows would lock everybody out.
    file.write("name: " + NAME + "\npassword: " + password + "\n");
    store.add(
        User.fresh(
            NAME, PasswordHash.of(password.toCharArray(), random), Role.ADMIN, clock.instant()),
        new AuditEntry(clock.instant(), "router", "user.created", NAME, "first administrator"));
    return Optional.of(file.path());
  }

  /** Removes the file once it is of no more use. */
  void passwordChanged(String name) {
    if (name.equals(NAME)) {
      file.remove();
    }
  }
}
