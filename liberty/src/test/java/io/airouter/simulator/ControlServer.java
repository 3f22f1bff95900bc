package io.airouter.simulator;

import com.sun.net.httpserver.HttpExchange;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The HTTP face by which tests and operators look at the endpoints and change their behaviour:
 * {@code GET /endpoints}, {@code GET} and {@code PUT /endpoints/{id}}. Errors are RFC 9457
 * problems.
 */
final class ControlServer implements AutoCloseable {

  private static final String ROOT = "/endpoints";
  private static final int MAX_BODY_BYTES = 64 << 10;

  private final Map<String, SimulatedEndpoint> endpoints;
  private final LoopbackListener listener;

  ControlServer(Map<String, SimulatedEndpoint> endpoints, InetSocketAddress address)
      throws IOException {
    this.endpoints = endpoints;
    this.listener = LoopbackListener.bind(address, this::handle);
  }

  URI uri() {
    return listener.uri();
  }

  @Override
  public void close() {
    listener.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES);
    if (path.equals(ROOT)) {
      answerAll(exchange);
    } else if (path.startsWith(ROOT + '/')) {
      answerOne(exchange, path.substring(ROOT.length() + 1), body);
    } else {
      problem(exchange, 404, "There is nothing at " + path + "; try " + ROOT + ".", "");
    }
  }

  private void answerAll(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().equals("GET")) {
      problem(exchange, 405, "Only GET is allowed here.", "");
      return;
    }
    JsonArrayBuilder all = JsonText.array();
    endpoints.values().forEach(endpoint -> all.add(view(endpoint)));
    send(exchange, 200, "application/json", JsonText.object().add("endpoints", all).build());
  }

  private void answerOne(HttpExchange exchange, String id, byte[] body) throws IOException {
    SimulatedEndpoint endpoint = endpoints.get(id);
    if (endpoint == null) {
      String known = String.join(", ", endpoints.keySet());
      problem(exchange, 404, "No endpoint is called " + id + "; there are " + known + ".", "");
      return;
    }
    switch (exchange.getRequestMethod()) {
      case "GET" -> send(exchange, 200, "application/json", view(endpoint).build());
      case "PUT" -> change(exchange, endpoint, body);
      default -> problem(exchange, 405, "Only GET and PUT are allowed here.", "");
    }
  }

  private void change(HttpExchange exchange, SimulatedEndpoint endpoint, byte[] body)
      throws IOException {
    JsonObject fields;
    try {
      fields = JsonText.parse(body);
    } catch (IOException e) {
      problem(exchange, 400, "The body is not a JSON object.", "");
      return;
    }
    try {
      synchronized (endpoint) {
        endpoint.behave(new BehaviourUpdate(fields).appliedTo(endpoint.behaviour()));
      }
    } catch (RefusedUpdateException e) {
      problem(exchange, 400, e.getMessage(), e.field());
      return;
    } catch (IOException e) {
      problem(exchange, 409, "The endpoint cannot listen again: " + e.getMessage(), "state");
      return;
    }
    send(exchange, 200, "application/json", view(endpoint).build());
  }

  private static JsonObjectBuilder view(SimulatedEndpoint endpoint) {
    FleetEntry entry = endpoint.entry();
    JsonObjectBuilder view =
        JsonText.object()
            .add("id", entry.id())
            .add("model", entry.model())
            .add("dialect", entry.dialect().wireName())
            .add("base_url", endpoint.baseUri().toString());
    BehaviourUpdate.write(endpoint.behaviour(), view);
    CallCounts counts = endpoint.counts();
    return view.add(
        "counts",
        JsonText.object()
            .add("calls", counts.calls())
            .add("streams", counts.streams())
            .add("errors", counts.errors())
            .add("health_checks", counts.healthChecks())
            .add("in_flight", counts.inFlight())
            .add("cancelled_streams", counts.cancelledStreams()));
  }

  private static void problem(HttpExchange exchange, int status, String detail, String field)
      throws IOException {
    JsonObjectBuilder problem =
        JsonText.object().add("type", "about:blank").add("title", title(status));
    problem.add("status", status).add("detail", detail);
    if (!field.isEmpty()) {
      problem.add("field", field);
    }
    send(exchange, status, "application/problem+json", problem.build());
  }

  private static String title(int status) {
    return switch (status) {
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 409 -> "Conflict";
      default -> "Bad Request";
    };
  }

  private static void send(HttpExchange exchange, int status, String contentType, JsonObject json)
      throws IOException {
    byte[] body = json.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("content-type", contentType);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
