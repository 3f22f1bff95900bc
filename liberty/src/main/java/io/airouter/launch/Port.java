package io.airouter.launch;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;

/**
 * A port somebody is about to listen on, and the variable by which to move it.
 *
 * @param address where it is bound
 */
record Port(String use, Transport transport, String address, int number, String variable) {

  /** UDP or TCP. */
  enum Transport {
    TCP,
    UDP
  }

  /** All ports of a start with these settings. */
  static List<Port> of(LaunchSettings settings) {
    String bind = settings.bind();
    int dns = settings.port("ROUTER_DNS_PORT", 8053);
    List<Port> ports = new ArrayList<>();
    ports.add(tcp("HTTP", bind, settings.port("ROUTER_HTTP_PORT", 9080), "ROUTER_HTTP_PORT"));
    ports.add(tcp("HTTPS", bind, settings.port("ROUTER_HTTPS_PORT", 9443), "ROUTER_HTTPS_PORT"));
    int lisp = settings.port("ROUTER_LISP_PORT", 4342);
    ports.add(new Port("LISP", Transport.UDP, bind, lisp, "ROUTER_LISP_PORT"));
    ports.add(new Port("DNS", Transport.UDP, bind, dns, "ROUTER_DNS_PORT"));
    ports.add(tcp("DNS", bind, dns, "ROUTER_DNS_PORT"));
    if (!settings.production()) {
      String models = "ROUTER_SIMULATOR_PORT";
      String control = "ROUTER_SIMULATOR_CONTROL_PORT";
      ports.add(tcp("the endpoint simulator", "127.0.1.1", settings.port(models, 18080), models));
      ports.add(
          tcp("the simulator's control", "127.0.0.1", settings.port(control, 18079), control));
    }
    return List.copyOf(ports);
  }

  private static Port tcp(String use, String address, int number, String variable) {
    return new Port(use, Transport.TCP, address, number, variable);
  }

  /**
   * Binds the port for a moment.
   *
   * @throws LaunchException when it is taken
   */
  void requireFree() {
    if (number == 0) {
      return;
    }
    try {
      InetSocketAddress socketAddress =
          new InetSocketAddress(InetAddress.getByName(address), number);
      bindOnce(socketAddress);
    } catch (BindException e) {
      if (!isAbsent(e)) {
        throw new LaunchException(
            "Port %d/%s for %s is taken; stop the program that has it or set %s to another port."
                .formatted(
                    number, transport.name().toLowerCase(java.util.Locale.ROOT), use, variable),
            e);
      }
    } catch (IOException e) {
      throw new LaunchException(
          "Port %d for %s cannot be opened on %s (%s); set %s or ROUTER_BIND."
              .formatted(number, use, address, e.getMessage(), variable),
          e);
    }
  }

  private void bindOnce(InetSocketAddress where) throws IOException {
    if (transport == Transport.UDP) {
      bindUdp(where);
      return;
    }
    try (ServerSocket socket = new ServerSocket()) {
      // A connection still in TIME_WAIT does not make a port taken.
      socket.setReuseAddress(true);
      socket.bind(where);
    }
  }

  private static void bindUdp(InetSocketAddress where) throws SocketException {
    try (DatagramSocket socket = new DatagramSocket(where)) {
      if (!socket.isBound()) {
        throw new BindException("not bound");
      }
    }
  }

  /** The simulator has an answer to hosts without the whole of 127.0.0.0/8, such as macOS. */
  private boolean isAbsent(BindException refusal) {
    return address.equals("127.0.1.1") && String.valueOf(refusal.getMessage()).contains("assign");
  }
}
