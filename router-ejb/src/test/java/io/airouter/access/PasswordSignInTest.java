package io.airouter.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.access.PasswordSignIn.Visit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordSignInTest {
  private static final char[] FRESH = "a password of my own".toCharArray();
  private final SettableClock clock = new SettableClock();
  private final SecureRandom random = new SecureRandom();
  private final MemoryAccountStore store = new MemoryAccountStore();
  @TempDir private Path directory;
  private Path file;
  private FirstAdministrator first;
  private PasswordSignIn signIn;

  @BeforeEach
  void startForTheFirstTime() {
    file = directory.resolve(FirstAdministrator.FILE);
    first = new FirstAdministrator(store, directory, clock, random);
    signIn = new PasswordSignIn(store, first, clock, random);
  }

  @Test
  void theFirstAdministratorsPasswordIsInAFileOfTheOwner() throws IOException {
    assertThat(first.ensure()).contains(file);

    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).isEqualTo("name: admin");
    assertThat(lines.get(1)).matches("password: [A-Za-z0-9_-]{20}");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(signIn.signIn(from(" Admin "), oneTimePassword()))
        .hasValueSatisfying(user -> assertSignedIn(user, true));
  }

  @Test
  void aRouterWithUsersMakesNoFirstAdministrator() throws IOException {
    first.ensure();
    Files.delete(file);

    assertThat(first.ensure()).isEmpty();
    assertThat(file).doesNotExist();
  }

  @Test
  void aChangedPasswordReplacesTheOneTimePasswordAndItsFile() throws IOException {
    first.ensure();
    char[] old = oneTimePassword();

    assertThat(signIn.change(from("admin"), old, FRESH)).isEqualTo(PasswordVerdict.CHANGED);

    assertThat(file).doesNotExist();
    assertThat(signIn.signIn(from("admin"), old)).isEmpty();
    assertThat(signIn.signIn(from("admin"), FRESH))
        .hasValueSatisfying(user -> assertSignedIn(user, false));
    assertThat(store.actions()).containsExactly("user.created", "user.password_changed");
  }

  @Test
  void aPoorPasswordIsRefusedWithTheReason() throws IOException {
    first.ensure();
    char[] old = oneTimePassword();

    assertThat(signIn.change(from("admin"), old, "short".toCharArray()))
        .isEqualTo(PasswordVerdict.TOO_SHORT);
    assertThat(signIn.change(from("admin"), old, "x".repeat(201).toCharArray()))
        .isEqualTo(PasswordVerdict.TOO_LONG);
    assertThat(signIn.change(from("admin"), old, old)).isEqualTo(PasswordVerdict.SAME);
    assertThat(signIn.change(from("admin"), FRESH, FRESH))
        .isEqualTo(PasswordVerdict.WRONG_PASSWORD);
    assertThat(file).exists();
  }

  @Test
  void afterTooManyFailuresEvenTheRightPasswordIsRefusedForAWhile() throws IOException {
    first.ensure();
    for (int i = 0; i <= SignInThrottle.FREE_FAILURES; i++) {
      assertThat(signIn.signIn(from("admin"), FRESH)).isEmpty();
    }

    assertThat(signIn.signIn(from("admin"), oneTimePassword())).isEmpty();
    assertThat(signIn.change(from("admin"), oneTimePassword(), FRESH))
        .isEqualTo(PasswordVerdict.LOCKED);
    clock.advance(SignInThrottle.LONGEST);
    assertThat(signIn.signIn(from("admin"), oneTimePassword())).isPresent();
  }

  @Test
  void anUnknownNameIsRefused() {
    assertThat(signIn.signIn(from("nobody"), FRESH)).isEmpty();
    assertThat(signIn.signIn(from(""), new char[0])).isEmpty();
  }

  @Test
  void aNameThatNoDatabaseHoldsIsRefusedWithoutAskingForIt() {
    assertThat(signIn.signIn(from("a\0b"), FRESH)).isEmpty();
    assertThat(store.asked()).isEmpty();
  }

  @Test
  void attemptsBeyondAFewAtOnceAreRefusedAtOnce() throws Exception {
    first.ensure();
    char[] right = oneTimePassword();
    CountDownLatch held = store.hold();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < PasswordSignIn.MAX_AT_ONCE; i++) {
        threads.execute(() -> signIn.signIn(from("admin"), right));
      }
      store.awaitAsked(PasswordSignIn.MAX_AT_ONCE);

      assertThat(signIn.signIn(from("admin"), right)).isEmpty();
      held.countDown();
    }
    assertThat(signIn.signIn(from("admin"), right)).isPresent();
  }

  @Test
  void aDisabledUserIsRefusedEvenWithTheRightPassword() {
    User alice =
        User.fresh("alice", PasswordHash.of(FRESH, 1, random), Role.VIEWER, clock.instant());
    store.add(alice, new AuditEntry(clock.instant(), "admin", "user.created", "alice", ""));
    assertThat(signIn.signIn(from("alice"), FRESH)).isPresent();

    store.replace(
        alice,
        alice.with(Role.VIEWER, false),
        new AuditEntry(clock.instant(), "admin", "user.changed", "alice", ""));

    assertThat(signIn.signIn(from("alice"), FRESH)).isEmpty();
  }

  @Test
  void aStrangersFailuresDoNotLockTheUserOut() throws IOException {
    first.ensure();
    for (int i = 0; i <= SignInThrottle.FREE_FAILURES; i++) {
      assertThat(signIn.signIn(new Visit("admin", "192.0.2.66"), FRESH)).isEmpty();
    }

    assertThat(signIn.signIn(from("admin"), oneTimePassword())).isPresent();
  }

  private static Visit from(String name) {
    return new Visit(name, "192.0.2.1");
  }

  private static void assertSignedIn(SignedIn user, boolean mustChangePassword) {
    assertThat(user.name()).isEqualTo("admin");
    assertThat(user.role()).isEqualTo(Role.ADMIN);
    assertThat(user.mustChangePassword()).isEqualTo(mustChangePassword);
  }

  private char[] oneTimePassword() throws IOException {
    return Files.readAllLines(file).get(1).substring("password: ".length()).toCharArray();
  }
}
