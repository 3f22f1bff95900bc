package io.airouter.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {
  private static final String HOME = "192.0.2.1";
  private static final String AWAY = "198.51.100.7";
  private final SettableClock clock = new SettableClock();
  private final SignInThrottle throttle = new SignInThrottle(clock);

  @Test
  void aFewFailuresCostNothing() {
    fail(HOME, SignInThrottle.FREE_FAILURES);

    assertThat(isLocked(HOME)).isFalse();
  }

  @Test
  void eachFurtherFailureLocksTwiceAsLong() {
    fail(HOME, SignInThrottle.FREE_FAILURES + 1);
    assertLockedFor(HOME, Duration.ofSeconds(1));

    fail(HOME, 1);
    assertLockedFor(HOME, Duration.ofSeconds(2));
  }

  @Test
  void noLockIsLongerThanFiveMinutes() {
    fail(HOME, 99);

    assertLockedFor(HOME, SignInThrottle.LONGEST);
  }

  @Test
  void whatFailsElsewhereLocksNobodyHere() {
    fail(AWAY, 50);

    assertThat(isLocked(AWAY)).isTrue();
    assertThat(isLocked(HOME)).isFalse();
  }

  @Test
  void failuresFromEverywhereSlowAllDownButWhereOneSignedInLately() {
    throttle.succeeded("alice", HOME);
    for (int i = 0; i <= SignInThrottle.FREE_FAILURES_OF_ALL; i++) {
      throttle.failed("alice", "203.0.113." + i);
    }

    assertThat(isLocked(HOME)).isFalse();
    assertLockedFor(AWAY, SignInThrottle.LOCK_OF_ALL);
  }

  @Test
  void theAddressesOfOneIpv6NetworkAreOne() {
    for (int i = 1; i <= 10; i++) {
      throttle.failed("alice", "2001:db8:1:2::" + i);
    }

    assertThat(isLocked("2001:db8:1:2:ffff::1")).isTrue();
    assertThat(isLocked("2001:db8:1:3::1")).isFalse();
  }

  @Test
  void aSuccessForgetsTheFailuresAndOthersAreNotTouched() {
    fail(HOME, 10);
    assertThat(throttle.isLocked("bob", HOME)).isFalse();

    throttle.succeeded("alice", HOME);

    assertThat(isLocked(HOME)).isFalse();
  }

  @Test
  void itForgetsTheOldestOfTooManyNames() {
    fail(HOME, 10);
    for (int i = 0; i < 10_000; i++) {
      throttle.failed("guess" + i, AWAY);
    }

    assertThat(isLocked(HOME)).isFalse();
  }

  private void fail(String address, int times) {
    for (int i = 0; i < times; i++) {
      throttle.failed("alice", address);
    }
  }

  private boolean isLocked(String address) {
    return throttle.isLocked("alice", address);
  }

  private void assertLockedFor(String address, Duration lock) {
    clock.advance(lock.minusMillis(1));
    assertThat(isLocked(address)).isTrue();
    clock.advance(Duration.ofMillis(1));
    assertThat(isLocked(address)).isFalse();
  }
}
