package io.airouter.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.model.Endpoint;
import io.airouter.query.TestCallResult.Outcome;
import io.airouter.query.UpstreamException.Kind;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TestCallTest {
  private static final Duration STEP = Duration.ofMillis(100);

  private final ScriptedUpstream upstream = new ScriptedUpstream();
  private final AtomicLong nanos = new AtomicLong();
  private Duration step = STEP;
  private final TestCall test =
      new TestCall(upstream, () -> nanos.addAndGet(step.toNanos()) - step.toNanos());

  @Test
  void anAnswerIsToldWithItsTimesAndTokens() {
    TestCallResult result = run();

    assertThat(upstream.called).containsExactly(endpoint().id().value());
    assertThat(result.isAnswered()).isTrue();
    assertThat(result.status()).hasValue(200);
    assertThat(result.firstContent()).contains(STEP);
    assertThat(result.latency()).isEqualTo(STEP.multipliedBy(2));
    assertThat(result.answer()).isEqualTo("answer of " + endpoint().id());
    assertThat(result.usage().outputTokens()).isEqualTo(50);
  }

  @Test
  void aFailureIsToldWithItsKindAndStatus() {
    upstream.fail(endpoint().id().value(), Kind.STATUS);
    TestCallResult result = run();

    assertThat(result.outcome()).isEqualTo(Outcome.STATUS);
    assertThat(result.status()).hasValue(503);
    assertThat(result.error()).isNotBlank();
    assertThat(result.firstContent()).isEmpty();
  }

  @Test
  void anAnswerThatDripsOnForeverIsLeft() {
    upstream.chunks = 1_000_000;
    step = Duration.ofSeconds(1);
    TestCallResult result = run();

    assertThat(result.outcome()).isEqualTo(Outcome.TIMEOUT);
    assertThat(result.error()).contains("20 s");
  }

  private TestCallResult run() {
    return test.run(Fleet.gpt(), endpoint(), TestCall.DEFAULT_PROMPT, "t1").orElseThrow();
  }

  private static Endpoint endpoint() {
    return Fleet.endpoint("gpt-4-primary", Fleet.GPT, "127.0.1.1");
  }
}
