package io.airouter.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SimulatorProcessTest {

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final PrintStream stream = new PrintStream(written, true, StandardCharsets.UTF_8);
  private final SimulatorProcess process = new SimulatorProcess(stream, stream);

  @Test
  void productionIsRefusedInOneLine() {
    assertThat(process.run(new String[0], Map.of("ENVIRONMENT", "production"))).isEqualTo(2);
    assertThat(lines()).singleElement().asString().contains("ENVIRONMENT=production");
  }

  @Test
  void aPortThatIsNoneIsNamed() {
    assertThat(process.run(new String[0], Map.of("ROUTER_SIMULATOR_PORT", "http"))).isEqualTo(2);
    assertThat(lines()).singleElement().asString().contains("ROUTER_SIMULATOR_PORT", "http");
  }

  @Test
  void anUnknownArgumentIsRefused() {
    assertThat(process.run(new String[] {"--verbose"}, Map.of())).isEqualTo(2);
  }

  @Test
  void itEndsWithTheProcessItIsToldToFollow() throws Exception {
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    Map<String, String> freePorts =
        Map.of("ROUTER_SIMULATOR_PORT", "0", "ROUTER_SIMULATOR_CONTROL_PORT", "0");

    assertThat(process.run(new String[] {"--parent-pid", Long.toString(gone.pid())}, freePorts))
        .isZero();
    assertThat(lines()).hasSize(7).anyMatch(line -> line.contains("gpt-4-primary"));
  }

  private List<String> lines() {
    return written.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
