package io.airouter.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private final SplittableRandom random = new SplittableRandom(7);

  @Test
  void eachWaitIsUpToTwiceTheOneBeforeAndAtLeastHalfOfThat() {
    Duration most = Duration.ofSeconds(1);
    for (int attempts = 1; attempts <= 6; attempts++) {
      assertThat(Backoff.DEFAULT.after(attempts, random)).isBetween(most.dividedBy(2), most);
      most = most.multipliedBy(2);
    }
  }

  @Test
  void noWaitIsLongerThanAMinute() {
    for (int attempts = 7; attempts < 100; attempts++) {
      assertThat(Backoff.DEFAULT.after(attempts, random))
          .isBetween(Duration.ofSeconds(30), Duration.ofMinutes(1));
    }
  }
}
