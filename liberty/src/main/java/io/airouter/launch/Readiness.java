package io.airouter.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks the server whether it is ready to serve. */
final class Readiness implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final HttpRequest request;

  Readiness(URI server) {
    request = HttpRequest.newBuilder(server.resolve("health/ready")).timeout(TIMEOUT).build();
  }

  boolean isUp() throws InterruptedException {
    try {
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      // Nobody listens yet.
      return false;
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
