package io.airouter.simulator;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What the tests use to talk to a simulator over HTTP. */
final class Talk {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Talk() {}

  static HttpRequest get(URI base, String path) {
    return HttpRequest.newBuilder(base.resolve(path)).build();
  }

  static HttpRequest post(URI base, String path, String body) {
    return HttpRequest.newBuilder(base.resolve(path))
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  static HttpRequest put(URI base, String path, String body) {
    return HttpRequest.newBuilder(base.resolve(path))
        .PUT(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  static HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
  }

  static HttpClient client() {
    return CLIENT;
  }

  static JsonObject json(String text) throws IOException {
    return JsonText.parse(text.getBytes(StandardCharsets.UTF_8));
  }

  static JsonObject json(HttpResponse<String> response) throws IOException {
    return json(response.body());
  }

  /** The JSON of the stream's data lines, without {@code [DONE]}. */
  static List<JsonObject> data(HttpResponse<String> stream) throws IOException {
    List<String> lines =
        stream
            .body()
            .lines()
            .filter(line -> line.startsWith("data: {"))
            .map(line -> line.substring("data: ".length()))
            .toList();
    List<JsonObject> events = new ArrayList<>();
    for (String line : lines) {
      events.add(json(line));
    }
    return List.copyOf(events);
  }
}
