package io.airouter.query;

import java.util.Optional;

/** One way of asking an endpoint, whole or streamed, the same for every attempt of a query. */
final class EndpointCall {
  private final Ask ask;
  private final Optional<Transcript> transcript;

  private EndpointCall(Ask ask, Optional<Transcript> transcript) {
    this.ask = ask;
    this.transcript = transcript;
  }

  @FunctionalInterface
  private interface Ask {
    Completion ask(UpstreamCall call) throws UpstreamException, ClientGoneException;
  }

  static EndpointCall whole(Upstream upstream) {
    return new EndpointCall(upstream::complete, Optional.empty());
  }

  static EndpointCall streamed(Upstream upstream, ChunkSink sink) {
    Transcript transcript = new Transcript(sink);
    return new EndpointCall(call -> upstream.stream(call, transcript), Optional.of(transcript));
  }

  /** Tells a stream's reader who will be called. */
  void announce(RoutingDecision.Choice choice, int attempt) {
    transcript.ifPresent(t -> t.calling(choice, attempt));
  }

  Completion run(UpstreamCall call) throws UpstreamException, ClientGoneException {
    return ask.ask(call);
  }

  /** What a stream handed on so far; empty for a whole answer. */
  Optional<Transcript> transcript() {
    return transcript;
  }

  /** What the caller had got of a stream when it left; empty where that is nothing. */
  Optional<Completion> partial(QueryAnalysis analysis) {
    return transcript
        .filter(t -> !t.isEmpty())
        .map(t -> t.completion(analysis.estimatedInputTokens()));
  }
}
