package io.airouter.simulator;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;

/**
 * A listening socket that can be really closed and opened again on the same address and port. Each
 * request runs on a virtual thread of its own. Closing also cuts every open connection.
 */
final class LoopbackListener implements AutoCloseable {

  static {
    // Read once by the JDK's server. Without nodelay, answers wait 40 ms for a delayed ACK; with
    // the
    // default of 200 idle connections and 30 s, the pools of a load test would be closed under it.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxIdleConnections", "4096");
    System.setProperty("sun.net.httpserver.idleInterval", "300");
  }

  private static final int BACKLOG = 1024;

  private final HttpHandler handler;
  private InetSocketAddress address;
  private boolean open;
  private HttpServer server;

  private LoopbackListener(InetSocketAddress wanted, HttpHandler handler) throws IOException {
    this.handler = handler;
    this.address = wanted;
    this.server = listen();
  }

  static LoopbackListener bind(InetSocketAddress wanted, HttpHandler handler) throws IOException {
    return new LoopbackListener(wanted, handler);
  }

  /** Where it listens, or listened and will listen again. */
  synchronized InetSocketAddress address() {
    return address;
  }

  URI uri() {
    InetSocketAddress where = address();
    return URI.create("http://" + where.getAddress().getHostAddress() + ':' + where.getPort());
  }

  synchronized void open() throws IOException {
    if (!open) {
      server = listen();
    }
  }

  @Override
  public synchronized void close() {
    if (open) {
      open = false;
      server.stop(0);
    }
  }

  private HttpServer listen() throws IOException {
    HttpServer listening = HttpServer.create(address, BACKLOG, "/", handler);
    listening.setExecutor(task -> Thread.ofVirtual().name("simulator").start(task));
    address = listening.getAddress();
    listening.start();
    open = true;
    return listening;
  }
}
