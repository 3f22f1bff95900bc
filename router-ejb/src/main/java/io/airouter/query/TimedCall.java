package io.airouter.query;

import io.airouter.table.EndpointLoad;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * One call of one endpoint with its accounts: the endpoint's load while it runs, and the {@link
 * Attempt} that tells of it afterwards, however it ends.
 */
record TimedCall(UpstreamCall request, EndpointLoad load, LongSupplier nanoTime) {
  private static final int HTTP_OK = 200;

  Completion run(EndpointCall call, Consumer<Attempt> told)
      throws UpstreamException, ClientGoneException {
    long begun = nanoTime.getAsLong();
    load.began();
    boolean accounted = false;
    try {
      Completion completion = call.run(request);
      load.ended(since(begun));
      accounted = true;
      told.accept(attempt(Attempt.OK, OptionalInt.of(HTTP_OK), since(begun), ""));
      return completion;
    } catch (ClientGoneException e) {
      load.abandoned();
      accounted = true;
      told.accept(attempt("client_gone", OptionalInt.empty(), since(begun), e.getMessage()));
      throw e;
    } catch (UpstreamException e) {
      account(e);
      accounted = true;
      told.accept(attempt(e.kind().word(), e.status(), since(begun), e.getMessage()));
      throw e;
    } finally {
      if (!accounted) {
        load.failed();
      }
    }
  }

  /** A request that is wrong in itself says nothing against the endpoint. */
  private void account(UpstreamException failure) {
    if (failure.kind() == UpstreamException.Kind.REJECTED) {
      load.abandoned();
    } else {
      load.failed();
    }
  }

  private Duration since(long begun) {
    return Duration.ofNanos(nanoTime.getAsLong() - begun);
  }

  private Attempt attempt(String outcome, OptionalInt status, Duration duration, String detail) {
    return new Attempt(
        request.model().id(),
        request.endpoint().id(),
        request.endpoint().authority(),
        outcome,
        status,
        duration,
        detail);
  }
}
