package io.airouter.query;

/**
 * Calls an endpoint in its own dialect. Requests and answers are in the OpenAI chat-completions
 * shape on this side; an implementation translates. Blocking; safe for many threads; an interrupted
 * caller aborts the call.
 */
public interface Upstream {
  /**
   * Asks for the whole answer.
   *
   * @throws UpstreamException when there is none, of the kind that says what to do next
   */
  Completion complete(UpstreamCall call) throws UpstreamException;

  /**
   * Asks for a stream and hands each chunk on as it comes. The role chunk that opens a stream is
   * held until content follows, so that a failed start can still become a fallback.
   *
   * @return what the stream added up to
   * @throws UpstreamException also after content, then with {@link UpstreamException#contentSent()}
   * @throws ClientGoneException when the sink's reader has left; the call is cancelled
   */
  Completion stream(UpstreamCall call, ChunkSink sink)
      throws UpstreamException, ClientGoneException;
}
