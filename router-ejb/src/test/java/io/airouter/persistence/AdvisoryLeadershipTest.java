package io.airouter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airouter.cluster.Node;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class AdvisoryLeadershipTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Test
  void oneOfTwoLeadsAndTheOtherKnowsItsName() {
    try (AdvisoryLeadership first = node("first")) {
      await(() -> first.standing().leading());
      try (AdvisoryLeadership second = node("second")) {
        await(() -> second.standing().leader().equals(Optional.of("first")));
        assertThat(second.standing().leading()).isFalse();
        assertThat(second.standing().generation()).isEqualTo(first.standing().generation());
      }
    }
  }

  @Test
  void theOtherTakesOverWhenTheLeaderLeaves() {
    try (AdvisoryLeadership second = leadAfter(node("first"))) {
      await(() -> second.standing().leading());
      assertThat(second.standing().leader()).contains("second");
    }
  }

  private static AdvisoryLeadership leadAfter(AdvisoryLeadership first) {
    try (first) {
      await(() -> first.standing().leading());
      AdvisoryLeadership second = node("second");
      await(() -> second.standing().leader().isPresent());
      return second;
    }
  }

  @Test
  void whenItsBackendEndsItLeadsNoLongerUntilItTookTheLockAnew() {
    try (AdvisoryLeadership only = node("only")) {
      await(() -> only.standing().leading());
      long generation = only.standing().generation();
      TestDatabase.execute(
          "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted");
      await(() -> only.standing().generation() > generation);
      assertThat(only.standing().leading()).isTrue();
    }
  }

  @Test
  void workOfAGenerationThatIsOverIsRefused() {
    try (AdvisoryLeadership only = node("only")) {
      await(() -> only.standing().leading());
      long generation = only.standing().generation();
      TestDatabase.execute("SELECT require_leader(" + generation + ")");
      assertThatThrownBy(
              () -> TestDatabase.execute("SELECT require_leader(" + (generation - 1) + ")"))
          .hasStackTraceContaining("of the lead is over");
    }
  }

  private static AdvisoryLeadership node(String name) {
    return new AdvisoryLeadership(
        TestDatabase.SOURCE,
        new Node("id of " + name, name),
        InstantSource.system(),
        Thread.ofPlatform().daemon().factory());
  }

  private static void await(java.util.concurrent.Callable<Boolean> condition) {
    Awaitility.await().atMost(PATIENCE).until(condition);
  }
}
