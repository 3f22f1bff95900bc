package io.airouter.boot;

import io.airouter.access.AccessKeys;
import io.airouter.access.AccountStore;
import io.airouter.access.CurrentUsers;
import io.airouter.history.DatabaseProbe;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Keeps the users in memory in line with the database, where other nodes change them too, and the
 * database with the last uses of API keys. Rests while the database is away: who was known then
 * goes on.
 */
@Dependent
class KnownAccounts {
  static final long SECONDS = 3;

  @Inject private AccountStore accounts;
  @Inject private CurrentUsers users;
  @Inject private AccessKeys keys;
  @Inject private DatabaseProbe database;
  @Inject private InstantSource clock;

  void load() {
    Instant now = clock.instant();
    users.load(accounts.users(), now);
  }

  void keepUp() {
    if (database.verdict().up()) {
      load();
      keys.saveUses(accounts);
    }
  }
}
