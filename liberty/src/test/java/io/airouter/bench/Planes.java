package io.airouter.bench;

import java.net.InetSocketAddress;

/** What runs: a ready server and the simulator, with the addresses to load. */
record Planes(MeasuredProcess server, MeasuredProcess simulator, Ports ports) {

  InetSocketAddress http() {
    return new InetSocketAddress("127.0.0.1", ports.http());
  }

  InetSocketAddress dns() {
    return new InetSocketAddress("127.0.0.1", ports.dns());
  }

  InetSocketAddress lisp() {
    return new InetSocketAddress("127.0.0.1", ports.lisp());
  }

  /** An endpoint of the simulator in the OpenAI dialect. */
  InetSocketAddress endpoint() {
    return new InetSocketAddress("127.0.1.1", ports.simulator());
  }
}
