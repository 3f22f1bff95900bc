package io.airouter.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LaunchSettingsTest {

  @Test
  void anEmptyEnvironmentGivesTheDocumentedDefaults() {
    LaunchSettings settings = with(Map.of());

    assertThat(settings.data()).isEqualTo(Path.of("/project/data"));
    assertThat(settings.server()).hasToString("http://127.0.0.1:9080/");
    assertThat(settings.production()).isFalse();
    assertThat(settings.serverEnvironment())
        .containsEntry("ROUTER_DATA", "/project/data")
        .containsEntry("ROUTER_LOG_FORMAT", "text")
        .doesNotContainKey("ROUTER_CONFIG");
  }

  @Test
  void relativePathsStartFromTheProjectSinceTheServerRunsElsewhere() {
    LaunchSettings settings = with(Map.of("ROUTER_DATA", "../rows", "ROUTER_CONFIG", "my.yaml"));

    assertThat(settings.serverEnvironment())
        .containsEntry("ROUTER_DATA", "/rows")
        .containsEntry("ROUTER_CONFIG", "/project/my.yaml");
  }

  @Test
  void aServerOnAllAddressesIsAskedOnLoopback() {
    assertThat(with(Map.of("ROUTER_BIND", "0.0.0.0")).server())
        .hasToString("http://127.0.0.1:9080/");
    assertThat(with(Map.of("ROUTER_BIND", "::1", "ROUTER_HTTP_PORT", "80")).server())
        .hasToString("http://[::1]:80/");
  }

  @Test
  void whatIsNoPortIsRefusedByItsName() {
    assertThatThrownBy(() -> with(Map.of("ROUTER_HTTP_PORT", "99999")).server())
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("ROUTER_HTTP_PORT")
        .hasMessageContaining("99999");
  }

  @Test
  void inProductionLogsAreJson() {
    assertThat(with(Map.of("ENVIRONMENT", "production")).serverEnvironment())
        .containsEntry("ROUTER_LOG_FORMAT", "json");
  }

  private static LaunchSettings with(Map<String, String> environment) {
    return new LaunchSettings(environment, Path.of("/project"), Path.of("/project/liberty/target"));
  }
}
