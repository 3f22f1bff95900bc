package io.airouter.upstream;

import io.airouter.model.Endpoint;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.util.Timeout;

/**
 * Checks an endpoint as its callers reach it: a new TCP connection, and over it an HTTP request
 * where a path is set. Any answer below 500 passes, also a 404 of a server without that path or a
 * 401 of one that wants a key: it is up, and the check carries no secret.
 */
public final class HttpEndpointCheck implements EndpointCheck, AutoCloseable {
  private static final int FIRST_SERVER_ERROR = 500;
  private static final int FIRST_CLIENT_ERROR = 400;
  private static final int MAX_CONNECTIONS = 1_024;

  private final Duration timeout;
  private final String path;
  private final CloseableHttpClient client;

  public HttpEndpointCheck(HealthCheckSettings settings) {
    this.timeout = settings.timeout();
    this.path = settings.path();
    this.client = client(Timeout.of(timeout));
  }

  private static CloseableHttpClient client(Timeout timeout) {
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnTotal(MAX_CONNECTIONS)
                .setMaxConnPerRoute(MAX_CONNECTIONS)
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom().setConnectTimeout(timeout).build())
                .build())
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setResponseTimeout(timeout)
                .setConnectionRequestTimeout(timeout)
                .build())
        .disableAutomaticRetries()
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableDefaultUserAgent()
        .build();
  }

  @Override
  public CheckResult check(Endpoint endpoint) {
    try {
      return path.isEmpty() ? connect(endpoint) : get(endpoint);
    } catch (IOException e) {
      return CheckResult.failed(UpstreamFailures.of(e).getMessage());
    }
  }

  private CheckResult connect(Endpoint endpoint) throws IOException {
    try (Socket socket = new Socket()) {
      String host = endpoint.baseUrl().getHost().replace("[", "").replace("]", "");
      socket.connect(
          new InetSocketAddress(host, endpoint.port()), Math.toIntExact(timeout.toMillis()));
      return CheckResult.passed("TCP connection to " + endpoint.authority());
    }
  }

  private CheckResult get(Endpoint endpoint) throws IOException {
    URI base = endpoint.baseUrl();
    HttpGet request =
        new HttpGet(URI.create(base.getScheme() + "://" + base.getRawAuthority() + path));
    request.setHeader("Connection", "close");
    try {
      ClassicHttpResponse response = client.executeOpen(null, request, null);
      return judged(response.getCode());
    } finally {
      request.abort();
    }
  }

  private CheckResult judged(int status) {
    if (status >= FIRST_SERVER_ERROR) {
      return CheckResult.failed("GET " + path + " answers " + status);
    }
    return CheckResult.passed(
        status >= FIRST_CLIENT_ERROR
            ? "TCP ok, GET " + path + " answers " + status
            : "GET " + path + " answers " + status);
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
