package io.airouter.upstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.airouter.query.ClientGoneException;
import io.airouter.query.Completion;
import io.airouter.query.Fleet;
import io.airouter.query.UpstreamException;
import io.airouter.query.UpstreamException.Kind;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpUpstreamStreamTest {
  private final HttpUpstream upstream =
      new HttpUpstream(
          UpstreamCalls.SMALL,
          name -> Optional.of("secret-of-" + name),
          InstantSource.fixed(Fleet.NOON));
  private Optional<TinyServer> running = Optional.empty();

  @AfterEach
  void stop() throws IOException {
    upstream.close();
    if (running.isPresent()) {
      running.get().close();
    }
  }

  @Test
  void aStreamComesChunkByChunk() throws Exception {
    TinyServer server =
        serve(
            TinyServer.saying(
                TinyServer.chunked(
                        UpstreamCalls.SSE,
                        UpstreamCalls.ROLE,
                        UpstreamCalls.CONTENT,
                        UpstreamCalls.FINISH,
                        "data: [DONE]\n\n")
                    + UpstreamCalls.LAST_CHUNK));
    List<JsonObject> chunks = new ArrayList<>();
    Completion completion = upstream.stream(UpstreamCalls.call(server), chunks::add);
    assertThat(chunks).hasSize(3).allMatch(c -> c.getString("id").equals("chatcmpl-req-1"));
    assertThat(completion.text()).isEqualTo("Hi");
    assertThat(completion.usage().estimated()).isTrue();
  }

  @Test
  void aCleanEndAfterTheFinishReasonNeedsNoEndMark() throws Exception {
    TinyServer server =
        serve(
            TinyServer.saying(
                TinyServer.chunked(UpstreamCalls.SSE, UpstreamCalls.CONTENT, UpstreamCalls.FINISH)
                    + UpstreamCalls.LAST_CHUNK));
    assertThat(upstream.stream(UpstreamCalls.call(server), chunk -> {}).finishReason())
        .isEqualTo("stop");
  }

  @Test
  void aStreamCutBeforeContentIsUnseenAndMayFallBack() {
    UpstreamException e =
        streamFailure(TinyServer.chunked(UpstreamCalls.SSE, UpstreamCalls.ROLE), 0);
    assertThat(e.kind()).isEqualTo(Kind.CUT);
    assertThat(e.mayFallBack()).isTrue();
  }

  @Test
  void aStreamCutAfterContentMayNot() {
    UpstreamException e =
        streamFailure(
            TinyServer.chunked(UpstreamCalls.SSE, UpstreamCalls.ROLE, UpstreamCalls.CONTENT), 2);
    assertThat(e.kind()).isEqualTo(Kind.CUT);
    assertThat(e.contentSent()).isTrue();
    assertThat(e.mayFallBack()).isFalse();
  }

  @Test
  void aStreamThatEndsCleanButUnfinishedIsCut() {
    assertThat(
            streamFailure(
                    TinyServer.chunked(UpstreamCalls.SSE, UpstreamCalls.CONTENT)
                        + UpstreamCalls.LAST_CHUNK,
                    1)
                .kind())
        .isEqualTo(Kind.CUT);
  }

  @Test
  void anErrorEventBeforeContentIsAStatus() {
    String error = "data: {\"error\":{\"type\":\"rate_limit_error\",\"message\":\"slow\"}}\n\n";
    UpstreamException e =
        streamFailure(TinyServer.chunked(UpstreamCalls.SSE, UpstreamCalls.ROLE, error), 0);
    assertThat(e.status()).hasValue(429);
    assertThat(e.mayFallBack()).isTrue();
  }

  @Test
  void aWholeAnswerInsteadOfAStreamIsRubbish() {
    assertThat(
            streamFailure(TinyServer.response(200, "application/json", UpstreamCalls.ANSWER), 0)
                .kind())
        .isEqualTo(Kind.RUBBISH);
  }

  @Test
  void aCallerThatLeavesEndsTheUpstreamsConnection() throws Exception {
    CompletableFuture<Boolean> cutOff = new CompletableFuture<>();
    TinyServer server =
        serve(
            new TinyServer(
                (request, out) -> {
                  out.write(TinyServer.chunked(UpstreamCalls.SSE).getBytes(StandardCharsets.UTF_8));
                  String piece =
                      Integer.toHexString(UpstreamCalls.CONTENT.length())
                          + "\r\n"
                          + UpstreamCalls.CONTENT
                          + "\r\n";
                  try {
                    while (true) {
                      out.write(piece.getBytes(StandardCharsets.UTF_8));
                    }
                  } catch (IOException e) {
                    cutOff.complete(true);
                    return false;
                  }
                }));
    assertThatThrownBy(
            () ->
                upstream.stream(
                    UpstreamCalls.call(server),
                    chunk -> {
                      throw new ClientGoneException(new IOException("broken pipe"));
                    }))
        .isInstanceOf(ClientGoneException.class);
    assertThat(cutOff.get(10, TimeUnit.SECONDS)).isTrue();
  }

  private TinyServer serve(TinyServer server) {
    running = Optional.of(server);
    return server;
  }

  private UpstreamException streamFailure(String response, int chunksSeen) {
    TinyServer server =
        serve(
            new TinyServer(
                (request, out) -> {
                  out.write(response.getBytes(StandardCharsets.UTF_8));
                  return false;
                }));
    List<JsonObject> chunks = new ArrayList<>();
    UpstreamException e =
        catchThrowableOfType(
            UpstreamException.class,
            () -> upstream.stream(UpstreamCalls.call(server), chunks::add));
    assertThat(chunks).hasSize(chunksSeen);
    return e;
  }
}
