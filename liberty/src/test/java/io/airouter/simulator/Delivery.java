package io.airouter.simulator;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Puts one reply on the wire at the pace and with the faults of a behaviour. An exchange that must
 * be cut is left by an exception, whereupon the JDK's server closes the connection without a last
 * chunk; closing the exchange would end the body properly. Used by one thread.
 */
final class Delivery {

  private static final long NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

  private final HttpExchange exchange;
  private final Gate gate;
  private final CallCounters counters;
  private final Behaviour behaviour;

  Delivery(HttpExchange exchange, Gate gate, CallCounters counters, Behaviour behaviour) {
    this.exchange = exchange;
    this.gate = gate;
    this.counters = counters;
    this.behaviour = behaviour;
  }

  /** Waits for the latency. */
  void delay() throws IOException {
    gate.pass(TimeUnit.MILLISECONDS.toNanos(behaviour.latencyMs()));
  }

  void send(Reply reply) throws IOException {
    switch (reply) {
      case Reply.Whole whole -> sendWhole(whole);
      case Reply.Streamed streamed -> stream(streamed);
    }
  }

  private void sendWhole(Reply.Whole whole) throws IOException {
    gate.pass(nanosFor(whole.tokens()));
    if (whole.status() >= 400) {
      counters.errors.increment();
    }
    byte[] body = whole.body().toString().getBytes(StandardCharsets.UTF_8);
    setHeaders("application/json", whole.headers());
    exchange.sendResponseHeaders(whole.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void stream(Reply.Streamed reply) throws IOException {
    gate.pass(0);
    counters.streams.increment();
    setHeaders(reply.contentType(), reply.headers());
    exchange.getResponseHeaders().set("cache-control", "no-cache");
    try {
      exchange.sendResponseHeaders(200, 0);
      write(reply.events());
      exchange.close();
    } catch (EndpointStoppedException e) {
      counters.errors.increment();
      throw e;
    } catch (IOException e) {
      counters.cancelledStreams.increment();
      throw e;
    }
  }

  private void write(List<String> events) throws IOException {
    OutputStream body = exchange.getResponseBody();
    long start = System.nanoTime();
    int sent = 0;
    for (String event : events) {
      long due = nanosFor(sent);
      gate.pass(due == 0 ? 0 : start + due - System.nanoTime());
      body.write(event.getBytes(StandardCharsets.UTF_8));
      body.flush();
      sent++;
      if (sent == behaviour.cutAfterEvents()) {
        throw new EndpointStoppedException("cut after " + sent + " events");
      }
    }
  }

  private void setHeaders(String contentType, Map<String, String> headers) {
    exchange.getResponseHeaders().set("content-type", contentType);
    headers.forEach(exchange.getResponseHeaders()::set);
  }

  private long nanosFor(int tokens) {
    int pace = behaviour.tokensPerSecond();
    return pace == 0 ? 0 : tokens * NANOS_PER_SECOND / pace;
  }
}
