package io.airouter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airouter.access.SecretBox;
import io.airouter.lisp.AuthenticationAlgorithm;
import io.airouter.lisp.EidPrefix;
import io.airouter.lisp.InstanceId;
import io.airouter.lisp.LispAddress;
import io.airouter.lisp.Locator;
import io.airouter.lisp.NoAddress;
import io.airouter.lisp.Octets;
import io.airouter.lisp.OpaqueLcaf;
import io.airouter.mapserver.AcceptedNonces;
import io.airouter.mapserver.NonceKey;
import io.airouter.mapserver.NotifyPort;
import io.airouter.mapserver.Registration;
import io.airouter.mapserver.RegistrationCommit;
import io.airouter.mapserver.RegistrationKey;
import io.airouter.mapserver.ReplayMode;
import io.airouter.mapserver.Site;
import io.airouter.mapserver.SiteKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JpaRegistrationStoreTest {
  private static final Instant NOON = Instant.parse("2026-11-02T12:00:00Z");
  private static final SecretBox BOX = new SecretBox(new byte[32], new SecureRandom());
  private static final Site GPUS =
      new Site(
          "gpus",
          List.of(
              EidPrefix.parse("10.100.0.0/24"),
              EidPrefix.parse("[1000]2001:db8::/32"),
              EidPrefix.parse("name:model/*")),
          true,
          List.of(
              key(1, AuthenticationAlgorithm.HMAC_SHA_256_128, "0a0b"),
              key(0, AuthenticationAlgorithm.HMAC_SHA_1_96, "ff")),
          ReplayMode.WINDOW,
          NotifyPort.SOURCE);
  private static final NonceKey XTR = new NonceKey("gpus", 1, "00ff");
  private static final AcceptedNonces NONCES = new AcceptedNonces(XTR, List.of(-1L, 7L));

  @BeforeEach
  void oneSite() {
    TestDatabase.execute("TRUNCATE site CASCADE");
    sites(store -> store.save(GPUS));
  }

  @Test
  void aSiteIsKeptAndReplaced() {
    assertThat(loadSites()).containsExactly(GPUS);
    Site changed =
        new Site(
            "gpus",
            List.of(EidPrefix.parse("name:model/gpt-4")),
            false,
            List.of(key(2, AuthenticationAlgorithm.HMAC_SHA_256_128_HKDF, "01")),
            ReplayMode.STRICT,
            NotifyPort.LISP_CONTROL);

    sites(store -> store.save(changed));

    assertThat(loadSites()).containsExactly(changed);
  }

  @Test
  void aSitesSecretsAreSealedInTheirRows() {
    // Nonce of 12 octets, tag of 16, and the secret of 2 between them.
    assertThat(TestDatabase.count("SELECT count(*) FROM site_key WHERE length(sealed) = 30"))
        .isEqualTo(1);
  }

  @Test
  void removingASiteRemovesItsRegistrationsAndNonces() {
    commit(registration("10.100.0.1", "a"));

    sites(
        store -> {
          store.remove("gpus");
          store.remove("ghost");
        });

    assertThat(loadSites()).isEmpty();
    assertThat(load()).isEmpty();
    assertThat(loadNonces()).isEmpty();
  }

  @Test
  void whatWasCommittedIsLoadedAgain() {
    Registration first = registration("10.100.0.1", "a");
    Registration second = registration("[1000]2001:db8::1", "a");
    Registration other = registration("10.100.0.1", "b");

    commit(first, second, other);

    assertThat(load()).containsExactlyInAnyOrder(first, second, other);
    assertThat(loadNonces()).containsExactly(NONCES);
  }

  @Test
  void oneCommitReplacesAndWithdraws() {
    Registration old = registration("10.100.0.1", "a");
    commit(old, registration("10.100.0.2", "a"));
    Registration moved =
        new Registration(
            old.key(), List.of(), 5, false, true, NOON.plusSeconds(9), NOON, NOON.plusSeconds(99));
    AcceptedNonces next = new AcceptedNonces(XTR, List.of(8L));

    registrations(
        store ->
            store.commit(
                new RegistrationCommit(
                    List.of(moved),
                    List.of(rowKey("10.100.0.2", "a"), rowKey("1.1.1.1", "x")),
                    next)));

    assertThat(load()).containsExactly(moved);
    List<Long> both = Stream.concat(NONCES.nonces().stream(), next.nonces().stream()).toList();
    assertThat(loadNonces())
        .as("beside what was accepted before, perhaps by another node")
        .containsExactly(new AcceptedNonces(XTR, both));
  }

  @Test
  void aRefreshMovesTheTimesOfWhatIsStillKept() {
    Registration kept = registration("10.100.0.1", "a");
    commit(kept);
    Registration seen = later(kept);
    AcceptedNonces gone = new AcceptedNonces(new NonceKey("ghost", 0, ""), List.of(1L));

    registrations(
        store ->
            store.refresh(
                List.of(seen, later(registration("10.100.0.9", "a"))), List.of(NONCES, gone)));

    assertThat(load()).containsExactly(seen);
    assertThat(loadNonces()).containsExactly(NONCES);
  }

  @Test
  void whatRanOutIsForgottenButNotItsNonces() {
    Registration expired = registration("10.100.0.1", "a");
    commit(expired);

    registrations(
        store -> store.expire(List.of(expired.key()), expired.expiresAt().minusSeconds(1)));
    assertThat(load()).as("not yet, by its row").hasSize(1);
    registrations(
        store -> store.expire(List.of(expired.key(), expired.key()), expired.expiresAt()));

    assertThat(load()).isEmpty();
    assertThat(loadNonces()).containsExactly(NONCES);
  }

  @Test
  void newsAreFoundByTimeAndByEid() {
    Registration known = registration("[1000]2001:db8::1", "a");
    commit(known, registration("10.100.0.1", "a"));

    registrations(
        store -> {
          assertThat(store.load(known.eid())).containsExactly(known);
          assertThat(store.seenSince(NOON)).hasSize(2);
          assertThat(store.seenSince(known.lastSeen())).isEmpty();
          assertThat(store.noncesSince(Instant.now().minusSeconds(600))).containsExactly(NONCES);
        });
  }

  @Test
  void aRegistrationOfAnUnknownSiteIsRefusedWhole() {
    Registration stranger =
        new Registration(
            new RegistrationKey("ghost", EidPrefix.parse("10.1.0.0/16"), "a"),
            List.of(),
            1,
            false,
            false,
            NOON,
            NOON,
            NOON);

    assertThatThrownBy(() -> commit(stranger)).hasStackTraceContaining("registration_site_fkey");
    assertThat(loadNonces()).isEmpty();
  }

  private static Registration registration(String eid, String registrant) {
    List<LispAddress> rlocs =
        List.of(
            LispAddress.parse("127.0.1.1"),
            LispAddress.parse("2001:db8::5"),
            LispAddress.parse("name:gpu one"),
            LispAddress.parse("00:53:00:00:00:01"),
            NoAddress.NONE,
            new OpaqueLcaf(4, 9, Octets.parse("0102ff")),
            new InstanceId(7, 32, LispAddress.parse("10.0.0.1")));
    return new Registration(
        rowKey(eid, registrant),
        rlocs.stream().map(rloc -> new Locator(1, 100, 255, 0, true, false, true, rloc)).toList(),
        1440,
        true,
        false,
        NOON,
        NOON.plusSeconds(1),
        NOON.plusSeconds(180));
  }

  private static Registration later(Registration r) {
    Duration minute = Duration.ofMinutes(1);
    return new Registration(
        r.key(),
        r.locators(),
        r.ttlMinutes(),
        r.proxyReply(),
        r.merge(),
        r.registeredAt(),
        r.lastSeen().plus(minute),
        r.expiresAt().plus(minute));
  }

  private static RegistrationKey rowKey(String eid, String registrant) {
    return new RegistrationKey("gpus", EidPrefix.parse(eid), registrant);
  }

  private static SiteKey key(int id, AuthenticationAlgorithm algorithm, String hex) {
    return new SiteKey(id, algorithm, Octets.parse(hex));
  }

  private static void commit(Registration... saved) {
    registrations(store -> store.commit(new RegistrationCommit(List.of(saved), List.of(), NONCES)));
  }

  private static void registrations(Consumer<JpaRegistrationStore> work) {
    TestDatabase.inTransaction(
        entities -> {
          work.accept(new JpaRegistrationStore(entities));
          return Optional.empty();
        });
  }

  private static void sites(Consumer<JpaSiteStore> work) {
    TestDatabase.inTransaction(
        entities -> {
          work.accept(new JpaSiteStore(entities, BOX));
          return Optional.empty();
        });
  }

  private static List<Site> loadSites() {
    return TestDatabase.inTransaction(entities -> new JpaSiteStore(entities, BOX).load());
  }

  private static List<Registration> load() {
    return TestDatabase.inTransaction(entities -> new JpaRegistrationStore(entities).load());
  }

  private static List<AcceptedNonces> loadNonces() {
    return TestDatabase.inTransaction(entities -> new JpaRegistrationStore(entities).loadNonces());
  }
}
