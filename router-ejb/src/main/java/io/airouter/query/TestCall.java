package io.airouter.query;

import io.airouter.model.Endpoint;
import io.airouter.model.Model;
import io.airouter.model.TokenUsage;
import io.airouter.query.TestCallResult.Outcome;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * Calls exactly one endpoint with a small prompt, whatever its health or the operator's wishes, to
 * see whether it answers and how fast. It goes by the same upstream as queries, but past selection,
 * limits and counters: a test says nothing about traffic and must not steer it.
 *
 * <p>Bounded thrice: few tokens, a time for each wait and one for the whole, and so many tests at a
 * time. Safe for many threads.
 */
public final class TestCall {
  public static final String DEFAULT_PROMPT = "Reply with the single word: ready.";

  /** Characters of a prompt at most. */
  public static final int MAX_PROMPT = 2_000;

  /** Tokens asked for; a model of less gets less. */
  private static final int MAX_TOKENS = 64;

  private static final int AT_ONCE = 8;
  private static final int SHOWN = 400;
  private static final int HTTP_OK = 200;
  private static final Duration WAIT = Duration.ofSeconds(10);
  private static final Duration WHOLE = Duration.ofSeconds(20);

  private final Upstream upstream;
  private final LongSupplier nanoTime;
  private final Semaphore places = new Semaphore(AT_ONCE);

  public TestCall(Upstream upstream, LongSupplier nanoTime) {
    this.upstream = upstream;
    this.nanoTime = nanoTime;
  }

  /** Makes the call; empty where too many tests run already. */
  public Optional<TestCallResult> run(
      Model model, Endpoint endpoint, String prompt, String requestId) {
    if (!places.tryAcquire()) {
      return Optional.empty();
    }
    try {
      JsonObject chat = chat(prompt, Math.min(MAX_TOKENS, model.maxTokens()));
      return Optional.of(timed(new UpstreamCall(requestId, model, endpoint, chat, WAIT)));
    } finally {
      places.release();
    }
  }

  private TestCallResult timed(UpstreamCall call) {
    Watch watch = new Watch(nanoTime, nanoTime.getAsLong());
    try {
      Completion completion = upstream.stream(call, watch);
      return tested(call, watch, new Ended(Outcome.ANSWERED, OptionalInt.of(HTTP_OK), ""))
          .answered(start(completion.text()), completion.usage());
    } catch (UpstreamException e) {
      String reason = e.getMessage() == null ? e.kind().word() : e.getMessage();
      return tested(call, watch, new Ended(Outcome.of(e.kind()), e.status(), reason));
    } catch (ClientGoneException e) {
      String reason = "the answer was not complete after " + WHOLE.toSeconds() + " s";
      return tested(call, watch, new Ended(Outcome.TIMEOUT, OptionalInt.of(HTTP_OK), reason));
    }
  }

  private record Ended(Outcome outcome, OptionalInt status, String error) {}

  private static TestCallResult tested(UpstreamCall call, Watch watch, Ended ended) {
    return new TestCallResult(
        call.requestId(),
        call.model().id(),
        call.endpoint().id(),
        ended.outcome(),
        ended.status(),
        watch.sinceStart(),
        watch.first,
        "",
        TokenUsage.NONE,
        ended.error());
  }

  private static String start(String text) {
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }

  private static JsonObject chat(String prompt, int maxTokens) {
    JsonObject message =
        Json.createObjectBuilder().add("role", "user").add("content", prompt).build();
    return Json.createObjectBuilder()
        .add("messages", Json.createArrayBuilder().add(message))
        .add("max_tokens", maxTokens)
        .build();
  }

  /** Looks at the clock with each chunk and leaves when the whole takes too long. */
  private static final class Watch implements ChunkSink {
    private final LongSupplier nanoTime;
    private final long begun;
    private Optional<Duration> first = Optional.empty();

    Watch(LongSupplier nanoTime, long begun) {
      this.nanoTime = nanoTime;
      this.begun = begun;
    }

    Duration sinceStart() {
      return Duration.ofNanos(nanoTime.getAsLong() - begun);
    }

    @Override
    public void chunk(JsonObject chunk) throws ClientGoneException {
      Duration now = sinceStart();
      if (first.isEmpty()) {
        first = Optional.of(now);
      }
      if (now.compareTo(WHOLE) > 0) {
        throw new ClientGoneException(new TimeoutException());
      }
    }
  }
}
