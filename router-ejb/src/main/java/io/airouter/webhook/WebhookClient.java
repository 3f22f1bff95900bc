package io.airouter.webhook;

import io.airouter.alert.Delivery;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.util.Timeout;

/**
 * Makes one attempt: a POST on a connection of its own, of whose answer the status is all that
 * counts. It takes no longer than the hook's timeout, whatever the receiver does. Safe for many
 * threads.
 */
final class WebhookClient implements AutoCloseable {
  private static final Timeout CONNECT = Timeout.ofSeconds(3);

  private final InstantSource clock;
  private final CloseableHttpClient client;
  private final ScheduledExecutorService deadlines =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("webhook-deadlines").daemon().factory());

  WebhookClient(AddressRule addresses, InstantSource clock) {
    this.clock = clock;
    this.client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setDnsResolver(addresses)
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom().setConnectTimeout(CONNECT).build())
                    .build())
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .setUserAgent("ai-workload-router")
            .build();
  }

  Attempt send(Webhook hook, Delivery delivery, String body) {
    HttpPost request = request(hook, delivery, body);
    long millis = hook.timeout().toMillis();
    // A receiver that sends an octet now and then would never run into a socket's timeout.
    Future<?> deadline = deadlines.schedule(request::abort, millis, TimeUnit.MILLISECONDS);
    try {
      int status = client.executeOpen(null, request, null).getCode();
      return Attempt.answered(status);
    } catch (IOException | IllegalStateException e) {
      return Attempt.failed(reason(e, request.isAborted(), hook));
    } finally {
      deadline.cancel(false);
      request.abort();
    }
  }

  private HttpPost request(Webhook hook, Delivery delivery, String body) {
    HttpPost request = new HttpPost(hook.url());
    request.setConfig(
        RequestConfig.custom().setResponseTimeout(Timeout.of(hook.timeout())).build());
    request.setEntity(new StringEntity(body, ContentType.APPLICATION_JSON));
    request.setHeader("Connection", "close");
    request.setHeader("X-Router-Event", delivery.event());
    request.setHeader("X-Router-Delivery", delivery.id().toString());
    hook.key()
        .ifPresent(
            key -> request.setHeader("X-Router-Signature", key.signature(body, clock.instant())));
    return request;
  }

  /** Without the URL, which may hold a secret. */
  private static String reason(Exception e, boolean aborted, Webhook hook) {
    if (aborted || e instanceof SocketTimeoutException) {
      return "no answer within " + hook.timeout().toMillis() + " ms";
    }
    if (e instanceof UnknownHostException) {
      return String.valueOf(e.getMessage());
    }
    String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    return (e.getClass().getSimpleName() + ": " + message)
        .replace(hook.url().toString(), hook.authority());
  }

  @Override
  public void close() throws IOException {
    deadlines.shutdownNow();
    client.close();
  }
}
