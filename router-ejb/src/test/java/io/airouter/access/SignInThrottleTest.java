package io.airouter.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {
  private final SettableClock clock = new SettableClock();
  private final SignInThrottle throttle = new SignInThrottle(clock);

  @Test
  void aFewFailuresCostNothing() {
    fail("alice", SignInThrottle.FREE_FAILURES);

    assertThat(throttle.isLocked("alice")).isFalse();
  }

  @Test
  void eachFurtherFailureLocksTwiceAsLong() {
    fail("alice", SignInThrottle.FREE_FAILURES + 1);
    assertLockedFor(Duration.ofSeconds(1));

    fail("alice", 1);
    assertLockedFor(Duration.ofSeconds(2));
  }

  @Test
  void noLockIsLongerThanFiveMinutes() {
    fail("alice", 100);

    assertLockedFor(SignInThrottle.LONGEST);
  }

  @Test
  void aSuccessForgetsTheFailuresAndOthersAreNotTouched() {
    fail("alice", 10);
    assertThat(throttle.isLocked("bob")).isFalse();

    throttle.succeeded("alice");

    assertThat(throttle.isLocked("alice")).isFalse();
  }

  @Test
  void itForgetsTheOldestOfTooManyNames() {
    fail("alice", 10);
    for (int i = 0; i < 10_000; i++) {
      throttle.failed("guess" + i);
    }

    assertThat(throttle.isLocked("alice")).isFalse();
  }

  private void fail(String name, int times) {
    for (int i = 0; i < times; i++) {
      throttle.failed(name);
    }
  }

  private void assertLockedFor(Duration lock) {
    clock.advance(lock.minusMillis(1));
    assertThat(throttle.isLocked("alice")).isTrue();
    clock.advance(Duration.ofMillis(1));
    assertThat(throttle.isLocked("alice")).isFalse();
  }
}
