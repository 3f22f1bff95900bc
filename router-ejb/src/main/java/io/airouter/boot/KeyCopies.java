package io.airouter.boot;

import io.airouter.access.AccessKeys;
import io.airouter.access.AccountStore;
import io.airouter.access.CredentialStore;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Brings users, API keys and endpoints' secrets in memory in line with the database. */
@Dependent
class KeyCopies {
  @Inject private FirstState state;
  @Inject private KnownAccounts known;
  @Inject private AccountStore accounts;
  @Inject private AccessKeys accessKeys;
  @Inject private CredentialStore credentials;
  @Inject private HeldCredentials held;

  /** No key is ever removed; a revoked one is kept as such. */
  void reloadKey(String id) {
    accounts.keys().stream().filter(key -> key.id().equals(id)).forEach(accessKeys::put);
  }

  void reloadCredential(String name) {
    held.hold(name, credentials.secret(name));
  }

  void reloadUsers() {
    known.load();
  }

  void reload() {
    state.loadKeysAndSecrets();
  }
}
