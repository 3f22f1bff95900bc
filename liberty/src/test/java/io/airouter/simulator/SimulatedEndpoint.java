package io.airouter.simulator;

import com.sun.net.httpserver.HttpExchange;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One endpoint of the fleet: a listening socket, a dialect, a behaviour and its counters. The
 * dialect decides what is answered, the behaviour when and whether. The behaviour may change at any
 * time from any thread; a call keeps the one it began with, except for the state, which meets even
 * calls under way.
 */
final class SimulatedEndpoint implements AutoCloseable {

  private static final int MAX_BODY_BYTES = 32 << 20;

  private final FleetEntry entry;
  private final Dialect dialect;
  private final SplittableRandom random;
  private final Gate gate = new Gate();
  private final CallCounters counters = new CallCounters();
  private final LoopbackListener listener;
  private volatile Behaviour behaviour = Behaviour.HEALTHY;

  SimulatedEndpoint(FleetEntry entry, InetSocketAddress address, SimulatorSettings settings)
      throws IOException {
    this.entry = entry;
    this.random = new SplittableRandom(settings.random().nextLong());
    AtomicLong serial = new AtomicLong();
    this.dialect =
        entry.dialect().spokenBy(new Speaker(entry, settings.clock(), serial::incrementAndGet));
    this.listener = LoopbackListener.bind(address, this::handle);
  }

  FleetEntry entry() {
    return entry;
  }

  URI baseUri() {
    return listener.uri();
  }

  Behaviour behaviour() {
    return behaviour;
  }

  CallCounts counts() {
    return counters.read();
  }

  /**
   * Changes the behaviour. When this returns, the socket is closed or open as the state says.
   *
   * @throws IOException when the socket cannot be opened again; the endpoint then goes on refusing
   */
  synchronized void behave(Behaviour next) throws IOException {
    if (next.state() == EndpointState.REFUSE) {
      gate.become(EndpointState.REFUSE);
      listener.close();
    } else {
      gate.become(next.state());
      listener.open();
    }
    behaviour = next;
  }

  @Override
  public synchronized void close() {
    gate.become(EndpointState.REFUSE);
    listener.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String route = exchange.getRequestMethod() + ' ' + exchange.getRequestURI().getPath();
    byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY_BYTES + 1);
    Call call = new Call(route, body);
    if (exchange.getRequestMethod().equals("POST")) {
      counters.calls.increment();
      try {
        serve(exchange, call);
      } finally {
        counters.ended.increment();
      }
    } else {
      boolean healthCheck = route.equals("GET /health");
      if (healthCheck) {
        counters.healthChecks.increment();
      }
      new Delivery(exchange, gate, counters, Behaviour.HEALTHY)
          .send(healthCheck ? health() : reply(call));
    }
  }

  private void serve(HttpExchange exchange, Call call) throws IOException {
    Behaviour now = behaviour;
    Delivery delivery = new Delivery(exchange, gate, counters, now);
    delivery.delay();
    if (!fails(now)) {
      delivery.send(reply(call));
      return;
    }
    if (now.retryAfterS() > 0) {
      exchange.getResponseHeaders().set("retry-after", Integer.toString(now.retryAfterS()));
    }
    delivery.send(dialect.refusal(call.route(), RefusedCallException.simulated(now.errorStatus())));
  }

  private Reply reply(Call call) {
    try {
      if (call.body().length > MAX_BODY_BYTES) {
        throw RefusedCallException.tooLarge(MAX_BODY_BYTES);
      }
      return dialect.answer(call);
    } catch (RefusedCallException refused) {
      return dialect.refusal(call.route(), refused);
    }
  }

  private boolean fails(Behaviour now) {
    if (now.errorRate() <= 0) {
      return false;
    }
    synchronized (random) {
      return random.nextDouble() < now.errorRate();
    }
  }

  private Reply health() {
    JsonObject body =
        JsonText.object()
            .add("status", "ok")
            .add("endpoint", entry.id())
            .add("model", entry.model())
            .build();
    return new Reply.Whole(200, Map.of(), body, 0);
  }
}
