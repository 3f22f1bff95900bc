package io.airouter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.access.AccessKeys;
import io.airouter.access.ApiKey;
import io.airouter.access.AuditEntry;
import io.airouter.access.PasswordHash;
import io.airouter.access.Role;
import io.airouter.access.SecretBox;
import io.airouter.access.User;
import io.airouter.access.UserChange;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JpaAccountStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-02T10:00:00.123456Z");
  private static final User ALICE =
      User.fresh(
          "alice", new PasswordHash("pbkdf2-sha256$1$c2FsdA==$aGFzaA=="), Role.OPERATOR, NOW);

  @BeforeEach
  void empty() {
    TestDatabase.execute("TRUNCATE router_user, api_key, credential, audit_log");
  }

  @Test
  void aUserIsKeptAndReplaced() {
    User changed = ALICE.withPassword(new PasswordHash("pbkdf2-sha256$2$c2FsdA==$aGFzaA=="));
    change(store -> store.add(ALICE, audit("user.created")));
    change(store -> store.replace(ALICE, changed, audit("user.password_changed")));

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
    change(store -> store.add(ALICE, audit("user.created")));
    change(store -> store.remove(ALICE, audit("user.removed")));

    List<AuditEntry> kept =
        TestDatabase.inTransaction(entities -> new JpaAuditLog(entities).recent(10, NOW));
    assertThat(kept).containsExactly(audit("user.removed"), audit("user.created"));
  }

  @Test
  void aNameIsGivenOnce() {
    assertThat(added(store -> store.add(ALICE, audit("user.created")))).isTrue();
    assertThat(added(store -> store.add(ALICE, audit("user.created")))).isFalse();
    assertThat(TestDatabase.count("SELECT count(*) FROM audit_log")).isEqualTo(1);
  }

  @Test
  void whoeverChangesAnOlderStateIsToldAndChangesNothing() {
    User changed = ALICE.withPassword(new PasswordHash("pbkdf2-sha256$2$c2FsdA==$aGFzaA=="));
    change(store -> store.add(ALICE, audit("user.created")));
    change(store -> store.replace(ALICE, changed, audit("user.password_changed")));

    assertThat(changed(store -> store.replace(ALICE, changed, audit("user.changed"))))
        .isEqualTo(UserChange.CONFLICT);
    assertThat(changed(store -> store.remove(ALICE, audit("user.removed"))))
        .isEqualTo(UserChange.CONFLICT);
    assertThat(users()).containsExactly(changed);
    assertThat(TestDatabase.count("SELECT count(*) FROM audit_log")).isEqualTo(2);
  }

  @Test
  void theLastAdministratorStays() {
    User one = administrator("one");
    User two = administrator("two");
    change(store -> store.add(one, audit("user.created")));
    change(store -> store.add(two, audit("user.created")));

    assertThat(changed(store -> store.remove(one, audit("user.removed"))))
        .isEqualTo(UserChange.DONE);
    assertThat(changed(store -> store.remove(two, audit("user.removed"))))
        .isEqualTo(UserChange.LAST_ADMINISTRATOR);
    assertThat(changed(store -> store.replace(two, disabled(two), audit("user.changed"))))
        .isEqualTo(UserChange.LAST_ADMINISTRATOR);
    assertThat(users()).containsExactly(two);
  }

  @Test
  void aKeysLastUseOnlyMovesForward() {
    AccessKeys keys = new AccessKeys(InstantSource.fixed(NOW), new SecureRandom());
    ApiKey key = keys.create("shop", Optional.empty(), "alice").key();
    change(store -> store.save(key, audit("api_key.created")));

    change(store -> store.used(Map.of(key.id(), NOW.plusSeconds(60))));
    change(store -> store.used(Map.of(key.id(), NOW, "unknown", NOW)));

    List<ApiKey> kept =
        TestDatabase.inTransaction(entities -> new JpaAccountStore(entities).keys());
    assertThat(kept).containsExactly(key.usedAt(NOW.plusSeconds(60)));
  }

  private static User administrator(String name) {
    return User.fresh(name, ALICE.password(), Role.ADMIN, NOW);
  }

  private static User disabled(User user) {
    return new User(user.name(), user.password(), user.role(), false, NOW, false, 1);
  }

  private static List<User> users() {
    return TestDatabase.inTransaction(entities -> new JpaAccountStore(entities).users());
  }

  private static boolean added(Function<JpaAccountStore, Boolean> work) {
    return TestDatabase.inTransaction(entities -> work.apply(new JpaAccountStore(entities)));
  }

  private static UserChange changed(Function<JpaAccountStore, UserChange> work) {
    return TestDatabase.inTransaction(entities -> work.apply(new JpaAccountStore(entities)));
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
