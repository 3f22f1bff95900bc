package io.airouter.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airouter.launch.Port.Transport;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortTest {

  @Test
  void aTakenPortIsOneLineThatNamesItAndItsVariable() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int number = taken.getLocalPort();
      Port port = new Port("HTTP", Transport.TCP, "127.0.0.1", number, "ROUTER_HTTP_PORT");

      assertThatThrownBy(port::requireFree)
          .isInstanceOf(LaunchException.class)
          .hasMessage(
              "Port %d/tcp for HTTP is taken;"
                  + " stop the program that has it or set ROUTER_HTTP_PORT to another port.",
              number);
    }
  }

  @Test
  void aUdpPortIsTakenByUdpOnly() throws Exception {
    try (DatagramSocket taken = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0))) {
      int number = taken.getLocalPort();

      assertThatThrownBy(
              new Port("LISP", Transport.UDP, "127.0.0.1", number, "ROUTER_LISP_PORT")::requireFree)
          .hasMessageContaining(number + "/udp")
          .hasMessageContaining("ROUTER_LISP_PORT");
    }
  }

  @Test
  void aFreePortPasses() throws Exception {
    int number;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      number = free.getLocalPort();
    }

    assertThatCode(new Port("HTTP", Transport.TCP, "127.0.0.1", number, "X")::requireFree)
        .doesNotThrowAnyException();
  }

  @Test
  void inProductionNoSimulatorPortIsAskedFor() {
    var settings =
        new LaunchSettings(
            Map.of("ENVIRONMENT", "production", "ROUTER_DNS_PORT", "53"),
            Path.of("."),
            Path.of("."));

    assertThat(Port.of(settings))
        .extracting(Port::variable)
        .containsExactly(
            "ROUTER_HTTP_PORT",
            "ROUTER_HTTPS_PORT",
            "ROUTER_LISP_PORT",
            "ROUTER_DNS_PORT",
            "ROUTER_DNS_PORT");
    assertThat(Port.of(settings)).filteredOn(port -> port.number() == 53).hasSize(2);
  }
}
