package io.airouter.server;

import io.airouter.access.Role;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Calls a server over HTTP.
 *
 * @param bearer what is shown as {@code Authorization: Bearer}; empty for a caller on this machine
 *     without credentials
 */
record Api(URI base, Optional<String> bearer) {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  static Api of(RunningServer server) {
    Testers.work(server);
    return new Api(server.http(), Optional.empty());
  }

  /** As somebody who shows that key or token. */
  Api showing(String credential) {
    return new Api(base, Optional.of(credential));
  }

  /** As a caller on this machine who shows nothing. */
  Api anonymous() {
    return new Api(base, Optional.empty());
  }

  /** As a user of that role; the user is made where there is none yet. */
  Api as(Role role) {
    return showing(Testers.token(this, role));
  }

  Answer get(String path) {
    return send(request(path).GET());
  }

  Answer post(String path, JsonObject body) {
    return post(path, body.toString());
  }

  Answer post(String path, String body) {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  Answer put(String path, JsonObject body) {
    return send(request(path).PUT(BodyPublishers.ofString(body.toString())));
  }

  Answer delete(String path) {
    return send(request(path).DELETE());
  }

  HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(TIMEOUT);
    bearer.ifPresent(credential -> request.header("Authorization", "Bearer " + credential));
    return request;
  }

  Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(CLIENT.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** All that comes of a stream, whether it ends or breaks. */
  String readStream(String path, JsonObject body) {
    HttpRequest request = request(path).POST(BodyPublishers.ofString(body.toString())).build();
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (InputStream stream = CLIENT.send(request, BodyHandlers.ofInputStream()).body()) {
      for (int octet = stream.read(); octet >= 0; octet = stream.read()) {
        octets.write(octet);
      }
    } catch (IOException e) {
      // The connection broke; what came before is the answer.
      return octets.toString(StandardCharsets.UTF_8);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return octets.toString(StandardCharsets.UTF_8);
  }

  /** One route, with whatever the test adds. */
  Answer route(String query, JsonObject more) {
    return post("/route", Json.createObjectBuilder(more).add("query", query).build());
  }

  void setWeight(String model, String endpoint, int weight) {
    String path = "/services/%s/weight?record_name=%s&weight=%d".formatted(model, endpoint, weight);
    Answer answer = post(path, "");
    if (answer.status() != 200) {
      throw new IllegalStateException("the weight was refused: " + answer.body());
    }
  }

  /** One endpoint as {@code /models/{id}} shows it; empty while the model has none of that id. */
  Optional<JsonObject> endpoint(String model, String id) {
    return get("/models/" + model).json().getJsonArray("endpoints").stream()
        .map(JsonObject.class::cast)
        .filter(endpoint -> endpoint.getString("id").equals(id))
        .findFirst();
  }

  boolean isServing(String model, String endpoint) {
    return endpoint(model, endpoint).map(e -> e.getBoolean("serving")).orElse(false);
  }
}
