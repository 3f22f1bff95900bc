package io.airouter.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ServerOutputTest {
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private final ServerOutput output =
      new ServerOutput(new PrintStream(shown, true, StandardCharsets.UTF_8));

  @Test
  void theRoutersOwnWordsAreShownAndTheServersAreNot() {
    output.accept(
        "[11/23/26, 18:45:01:123 UTC] 0000001a com.ibm.ws.webcontainer   A CWWKT0016I: available");
    output.accept(
        "[11/23/26, 18:45:02:456 UTC] 0000002f io.airouter.db.EmbeddedDatabase   I Starting");

    assertThat(shown()).isEqualTo("18:45:02 INFO  Starting\n");
  }

  @Test
  void aLineOfTheRoutersLogKeepsTheLevelItNames() {
    output.accept("[11/23/26, 18:45:02:456 UTC] 0000002f SystemOut   O WARN  a port is busy");

    assertThat(shown()).isEqualTo("18:45:02 WARN  a port is busy\n");
  }

  @Test
  void theRestOfAMessageGoesTheWayOfItsFirstLineWithoutTheStack() {
    output.accept("[11/23/26, 8:45:01:123 UTC] 0000001a com.ibm.ws.x   I hidden");
    output.accept("Caused by: hidden");
    output.accept("[11/23/26, 8:45:01:123 UTC] 0000001a com.ibm.ws.x   E shown");
    output.accept("Caused by: shown");
    output.accept("\tat hidden");

    assertThat(shown()).isEqualTo("8:45:01 ERROR shown\nCaused by: shown\n");
  }

  @Test
  void jsonPassesAsItIs() {
    output.accept("{\"message\": \"hello\"}");

    assertThat(shown()).isEqualTo("{\"message\": \"hello\"}\n");
  }

  @Test
  void anApplicationThatCannotStartIsNoticed() {
    assertThat(output.applicationFailed()).isFalse();

    output.accept(
        "[11/23/26, 8:45:01:123 UTC] 0000001a com.ibm.ws.x   E CWWKZ0002E: An exception occurred");

    assertThat(output.applicationFailed()).isTrue();
  }

  private String shown() {
    return shown.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
