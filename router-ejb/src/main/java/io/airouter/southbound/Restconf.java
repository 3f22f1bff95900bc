package io.airouter.southbound;

import io.airouter.sdn.AllowedHosts;
import io.airouter.sdn.Controller;
import io.airouter.sdn.ControllerFailure;
import io.airouter.sdn.ControllerFailure.Kind;
import io.airouter.sdn.ControllerFailureException;
import io.airouter.sdn.ControllerLogin;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Exchanges with one RESTCONF server (RFC 8040): bounded in time from the first octet to the last
 * and in length, to an allowed host only, never redirected. No body is logged, for a plain read of
 * OpenDaylight's mapping database shows its authentication keys.
 */
final class Restconf implements AutoCloseable {
  static final String YANG_JSON = "application/yang-data+json";

  /** A full read of 250 rows has 120 kB. */
  private static final int MAX_OCTETS = 16 << 20;

  private final Controller controller;
  private final AllowedHosts hosts;
  private final Duration patience;
  private final HttpClient client;

  /**
   * A client of that controller.
   *
   * @param patience for one whole exchange
   */
  Restconf(Controller controller, AllowedHosts hosts, Duration patience) {
    this.controller = controller;
    this.hosts = hosts;
    this.patience = patience;
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience);
    controller.trust().map(TrustedCertificates::context).ifPresent(builder::sslContext);
    this.client = builder.build();
  }

  /** An answer, whatever its status; a 3xx is an answer too. */
  record Answer(int status, String body, Optional<Duration> retryAfter) {
    boolean isSuccess() {
      return status >= 200 && status < 300;
    }
  }

  Answer get(URI uri, String accepted) throws ControllerFailureException {
    return exchange(request(uri).header("Accept", accepted).GET().build());
  }

  Answer put(URI uri, String body) throws ControllerFailureException {
    return exchange(
        request(uri)
            .header("Accept", YANG_JSON)
            .header("Content-Type", YANG_JSON)
            .PUT(BodyPublishers.ofString(body))
            .build());
  }

  Answer delete(URI uri) throws ControllerFailureException {
    return exchange(request(uri).header("Accept", YANG_JSON).DELETE().build());
  }

  private HttpRequest.Builder request(URI uri) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(uri).timeout(patience);
    controller.login().ifPresent(login -> builder.header("Authorization", basic(login)));
    return builder;
  }

  private static String basic(ControllerLogin login) {
    byte[] pair = (login.username() + ":" + login.password()).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  private Answer exchange(HttpRequest request) throws ControllerFailureException {
    requireAllowed(request.uri().getHost());
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MAX_OCTETS));
    try {
      HttpResponse<byte[]> response = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return new Answer(
          response.statusCode(),
          new String(response.body(), StandardCharsets.UTF_8),
          response.headers().firstValue("Retry-After").flatMap(Restconf::seconds));
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new ControllerFailureException(tooLate());
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new ControllerFailureException(
          ControllerFailure.of(Kind.UNREACHABLE, "the router stops"));
    } catch (ExecutionException e) {
      throw new ControllerFailureException(failure(e.getCause()));
    }
  }

  /** At each exchange, because a name may lead elsewhere now. */
  private void requireAllowed(String host) throws ControllerFailureException {
    try {
      for (InetAddress address : InetAddress.getAllByName(host)) {
        if (!hosts.allows(host, address)) {
          throw new ControllerFailureException(
              ControllerFailure.of(
                  Kind.FORBIDDEN_HOST,
                  host + " is not among the hosts that may be called (sdn.allowed_hosts)"));
        }
      }
    } catch (UnknownHostException e) {
      throw new ControllerFailureException(
          ControllerFailure.of(Kind.UNREACHABLE, "nobody knows the host " + host));
    }
  }

  private ControllerFailure failure(Throwable cause) {
    return switch (cause) {
      case HttpTimeoutException _ -> tooLate();
      case SSLException e -> ControllerFailure.of(Kind.CERTIFICATE, "TLS failed: " + brief(e));
      case ConnectException _ ->
          ControllerFailure.of(Kind.UNREACHABLE, "no connection to " + authority());
      case IOException e when brief(e).contains("limit") ->
          ControllerFailure.of(Kind.RUBBISH, "an answer longer than " + MAX_OCTETS + " octets");
      default -> ControllerFailure.of(Kind.UNREACHABLE, "the exchange broke: " + brief(cause));
    };
  }

  private ControllerFailure tooLate() {
    return ControllerFailure.of(Kind.TIMEOUT, "no answer within " + patience.toSeconds() + " s");
  }

  private String authority() {
    return controller.url().getRawAuthority();
  }

  private static String brief(Throwable thrown) {
    String message = String.valueOf(thrown.getMessage());
    return message.lines().findFirst().orElse("").strip();
  }

  /** The form in seconds only; a date is read as if it were not there. */
  private static Optional<Duration> seconds(String text) {
    return text.strip().matches("\\d{1,6}")
        ? Optional.of(Duration.ofSeconds(Long.parseLong(text.strip())))
        : Optional.empty();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
