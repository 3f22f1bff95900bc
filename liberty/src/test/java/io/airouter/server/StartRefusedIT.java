package io.airouter.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.server.RunningServer.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A start that cannot succeed ends by itself and says what to change, in plain lines. */
class StartRefusedIT {
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  @Test
  void aBrokenConfigurationIsToldByFileLineAndKey() throws IOException {
    Path folder = RunningServer.emptyFolder("refused-configuration");
    Path broken = folder.resolve("broken.yaml");
    Files.createDirectories(folder);
    String text =
        Files.readString(RunningServer.configuration())
            .replace("weight: 70", "weight: 140")
            .replace("zone_name:", "zone:");
    Files.writeString(broken, text);
    Map<String, String> environment = RunningServer.environment(folder, Ports.free());
    environment.put("ROUTER_CONFIG", broken.toString());
    try (ServerProcess process = ServerProcess.start(folder, environment)) {
      assertThat(process.awaitEnd(PATIENCE)).isTrue();
      assertThat(process.exitCode()).isNotZero();
      assertThat(process.output())
          .containsPattern("broken\\.yaml:\\d+: models\\.gpt-4\\.endpoints\\[0]\\.weight: 140 ")
          .containsPattern("broken\\.yaml:\\d+: dns\\.zone: unknown key; allowed: port, zone_name")
          .contains("0..100");
    }
  }

  @Test
  void aTakenPortIsNamedWithTheVariableThatChangesIt() throws IOException {
    Path folder = RunningServer.emptyFolder("refused-port");
    Ports ports = Ports.free();
    try (ServerSocket taken = new ServerSocket()) {
      taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), ports.dns()));
      try (ServerProcess process =
          ServerProcess.start(folder, RunningServer.environment(folder, ports))) {
        assertThat(process.awaitEnd(PATIENCE)).isTrue();
        assertThat(process.exitCode()).isNotZero();
        assertThat(process.output().lines())
            .anyMatch(
                line ->
                    line.contains(String.valueOf(ports.dns())) && line.contains("ROUTER_DNS_PORT"));
      }
    }
  }
}
