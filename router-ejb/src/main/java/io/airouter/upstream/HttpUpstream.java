package io.airouter.upstream;

import io.airouter.query.ChunkSink;
import io.airouter.query.ClientGoneException;
import io.airouter.query.Completion;
import io.airouter.query.CredentialSource;
import io.airouter.query.TokenEstimate;
import io.airouter.query.Upstream;
import io.airouter.query.UpstreamCall;
import io.airouter.query.UpstreamException;
import io.airouter.query.UpstreamException.Kind;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * Calls endpoints over pooled HTTP/1.1 connections, each in its model's dialect. A request is made
 * anew for each call: nothing of the caller's headers reaches an upstream, redirects are not
 * followed, nothing is retried here. Whatever ends a call early also ends its connection, because
 * an upstream that goes on would go on billing. Blocks its caller; meant for virtual threads.
 */
public final class HttpUpstream implements Upstream, AutoCloseable {
  private static final Logger LOG = System.getLogger(HttpUpstream.class.getName());
  private static final int SUCCESS = 200;
  private static final int ERROR_BODY_OCTETS = 16 * 1024;

  private final CloseableHttpClient client;
  private final UpstreamSettings settings;
  private final CredentialSource credentials;
  private final InstantSource clock;

  public HttpUpstream(
      UpstreamSettings settings, CredentialSource credentials, InstantSource clock) {
    this.client = PooledClient.of(settings);
    this.settings = settings;
    this.credentials = credentials;
    this.clock = clock;
  }

  @Override
  public Completion complete(UpstreamCall call) throws UpstreamException {
    ChatDialect dialect = ChatDialect.of(call.model().dialect());
    HttpPost request = request(call, dialect, false);
    try (ClassicHttpResponse response = client.executeOpen(null, request, null)) {
      requireSuccess(response);
      String body = text(bounded(response));
      return dialect.completion(Tree.parse(body), frame(call));
    } catch (IOException e) {
      throw UpstreamFailures.of(e);
    } finally {
      request.abort();
    }
  }

  @Override
  public Completion stream(UpstreamCall call, ChunkSink sink)
      throws UpstreamException, ClientGoneException {
    StreamRelay relay = new StreamRelay(sink, call.chat());
    try {
      return streamed(call, relay);
    } catch (UpstreamException e) {
      throw relay.contentSent() ? e.afterContent() : e;
    }
  }

  private Completion streamed(UpstreamCall call, StreamRelay relay)
      throws UpstreamException, ClientGoneException {
    ChatDialect dialect = ChatDialect.of(call.model().dialect());
    HttpPost request = request(call, dialect, true);
    boolean ended = false;
    try {
      ClassicHttpResponse response = client.executeOpen(null, request, null);
      requireSuccess(response);
      requireStream(response, dialect);
      AnswerFrame frame = frame(call);
      InputStream octets = bounded(response);
      ended = relayed(dialect.events(octets), dialect.translator(frame), relay);
      if (ended) {
        drain(octets, request);
      }
      return relay.end(frame.estimatedInputTokens());
    } catch (IOException e) {
      throw UpstreamFailures.of(e);
    } finally {
      if (!ended) {
        request.abort();
      }
    }
  }

  /** Relays all events; true where the end mark came, false where the input ended clean before. */
  private static boolean relayed(EventReader events, ChunkTranslator translator, StreamRelay relay)
      throws IOException, UpstreamException, ClientGoneException {
    while (!translator.isEnded()) {
      Optional<StreamEvent> event = events.next();
      if (event.isEmpty()) {
        requireFinished(relay);
        return false;
      }
      for (JsonObject chunk : translator.translate(event.get())) {
        relay.take(chunk);
      }
    }
    return true;
  }

  /** A clean end without the end mark is common, and whole where the finish reason came. */
  private static void requireFinished(StreamRelay relay) throws UpstreamException {
    if (!relay.isFinished()) {
      throw new UpstreamException(Kind.CUT, "cut: the stream ended before its end mark", null);
    }
  }

  /**
   * Behind the end mark only the end of the body follows. Reading it frees the connection for the
   * next call; a thread of its own waits for it, so that the caller does not.
   */
  private static void drain(InputStream octets, HttpPost request) {
    Thread.startVirtualThread(
        () -> {
          try {
            octets.skip(ERROR_BODY_OCTETS);
          } catch (IOException e) {
            LOG.log(Level.DEBUG, "an upstream did not end its stream: {0}", e.getMessage());
          } finally {
            request.abort();
          }
        });
  }

  @Override
  public void close() throws IOException {
    client.close();
  }

  private HttpPost request(UpstreamCall call, ChatDialect dialect, boolean streamed) {
    HttpPost request = new HttpPost(BaseUrl.join(call.endpoint().baseUrl(), dialect.path()));
    request.setConfig(
        RequestConfig.custom()
            .setResponseTimeout(Timeout.of(call.timeout()))
            .setConnectionRequestTimeout(Timeout.of(settings.connectTimeout()))
            .setRedirectsEnabled(false)
            .build());
    dialect.headers().forEach(request::setHeader);
    request.setHeader("Accept", streamed ? dialect.streamType() : "application/json");
    request.setHeader("X-Request-Id", call.requestId());
    call.endpoint()
        .credential()
        .flatMap(credentials::secret)
        .map(dialect::authorization)
        .ifPresent((Map.Entry<String, String> h) -> request.setHeader(h.getKey(), h.getValue()));
    byte[] body = dialect.request(call, streamed).toString().getBytes(StandardCharsets.UTF_8);
    request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
    return request;
  }

  private AnswerFrame frame(UpstreamCall call) {
    return new AnswerFrame(
        "chatcmpl-" + call.requestId(),
        clock.instant().getEpochSecond(),
        call.model().id(),
        TokenEstimate.ofChat(call.chat()));
  }

  private void requireSuccess(ClassicHttpResponse response) throws IOException, UpstreamException {
    if (response.getCode() != SUCCESS) {
      byte[] beginning = bounded(response).readNBytes(ERROR_BODY_OCTETS);
      String body = new String(beginning, StandardCharsets.UTF_8);
      throw UpstreamFailures.ofStatus(response, body, clock.instant());
    }
  }

  /** Some name no type at all; a wrong one means a page or a whole answer instead of a stream. */
  private static void requireStream(ClassicHttpResponse response, ChatDialect dialect)
      throws RubbishException {
    String type =
        Optional.ofNullable(response.getEntity()).map(HttpEntity::getContentType).orElse("");
    if (!type.isEmpty() && !type.startsWith(dialect.streamType())) {
      throw new RubbishException(Tree.excerpt(type) + " instead of " + dialect.streamType());
    }
  }

  private InputStream bounded(ClassicHttpResponse response) throws IOException {
    HttpEntity entity = response.getEntity();
    InputStream content = entity == null ? InputStream.nullInputStream() : entity.getContent();
    return new BoundedInput(content, settings, System::nanoTime);
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }
}
