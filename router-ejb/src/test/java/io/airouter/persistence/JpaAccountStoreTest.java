package io.airouter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.access.AccessKeys;
import io.airouter.access.ApiKey;
import io.airouter.access.AuditEntry;
import io.airouter.access.PasswordHash;
import io.airouter.access.Role;
import io.airouter.access.SecretBox;
import io.airouter.access.User;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JpaAccountStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-02T10:00:00.123456Z");
  private static final User ALICE =
      new User(
          "alice", new PasswordHash("pbkdf2-sha256$1$c2FsdA==$aGFzaA=="), Role.OPERATOR, true, NOW);

  @BeforeEach
  void empty() {
    TestDatabase.execute("TRUNCATE router_user, api_key, credential, audit_log");
  }

  @Test
  void aUserIsKeptAndReplaced() {
    User changed = ALICE.withPassword(new PasswordHash("pbkdf2-sha256$2$c2FsdA==$aGFzaA=="));
    change(store -> store.save(ALICE, audit("user.created")));
    change(store -> store.save(changed, audit("user.password_changed")));

    TestDatabase.inTransaction(
        entities -> {
          JpaAccountStore store = new JpaAccountStore(entities);
          assertThat(store.user("alice")).contains(changed);
          assertThat(store.user("bob")).isEmpty();
          assertThat(store.users()).containsExactly(changed);
          return Optional.empty();
        });
  }

  @Test
  void keysAreKeptNewestFirstRevokedOnesToo() {
    AccessKeys keys = new AccessKeys(InstantSource.fixed(NOW), new SecureRandom());
    ApiKey older = keys.create("older", Optional.of(NOW.plusSeconds(60)), "alice").key();
    AccessKeys later = new AccessKeys(InstantSource.fixed(NOW.plusSeconds(1)), new SecureRandom());
    ApiKey newer = later.create("newer", Optional.empty(), "alice").key();
    change(store -> store.save(older, audit("api_key.created")));
    change(store -> store.save(newer, audit("api_key.created")));
    change(store -> store.save(older.revoked(), audit("api_key.revoked")));

    List<ApiKey> kept =
        TestDatabase.inTransaction(entities -> new JpaAccountStore(entities).keys());
    assertThat(kept).containsExactly(newer, older.revoked());
  }

  @Test
  void eachChangeLeavesItsAuditEntry() {
    change(store -> store.save(ALICE, audit("user.created")));
    change(store -> store.save(ALICE, audit("user.password_changed")));

    List<AuditEntry> kept =
        TestDatabase.inTransaction(entities -> new JpaAuditLog(entities).recent(10, NOW));
    assertThat(kept).containsExactly(audit("user.password_changed"), audit("user.created"));
  }

  @Test
  void aCredentialIsSealedInItsRow() {
    SecretBox box = new SecretBox(new byte[32], new SecureRandom());
    TestDatabase.inTransaction(
        entities -> {
          JpaCredentialStore store = new JpaCredentialStore(entities, box);
          store.save("openai", "sk-test");
          store.save("gone", "x");
          store.remove("gone");
          return Optional.empty();
        });

    TestDatabase.inTransaction(
        entities -> {
          JpaCredentialStore store = new JpaCredentialStore(entities, box);
          assertThat(store.secret("openai")).contains("sk-test");
          assertThat(store.secret("gone")).isEmpty();
          assertThat(store.names()).containsExactly("openai");
          return Optional.empty();
        });
    assertThat(
            TestDatabase.count(
                "SELECT count(*) FROM credential WHERE position('sk-test'::bytea IN sealed) > 0"))
        .isZero();
  }

  private static AuditEntry audit(String action) {
    return new AuditEntry(NOW, "alice", action, "alice", "");
  }

  private static void change(Consumer<JpaAccountStore> work) {
    TestDatabase.inTransaction(
        entities -> {
          work.accept(new JpaAccountStore(entities));
          return Optional.empty();
        });
  }
}
