package io.airouter.boot.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airouter.model.Dialect;
import io.airouter.model.Endpoint;
import io.airouter.model.EndpointId;
import io.airouter.model.Model;
import io.airouter.model.ModelId;
import io.airouter.model.WorkloadClass;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationLoaderTest {
  private static final String SEED =
      """
      # Server Configuration
      server:
        host: "0.0.0.0"
        port: 8000
        debug: true

      # LISP Configuration
      lisp:
        control_port: 4342
        map_cache_ttl: 3600
        eid_prefixes:
          - "10.1.0.0/16"  # General AI workloads
          - "10.2.0.0/16"  # Fast response workloads
          - "10.3.0.0/16"  # Complex reasoning workloads

      # LLM Model Configuration
      models:
        gpt-4:
          endpoint: "192.168.1.100:8080"
          rate_limit: 60
          cost_per_token: 0.00003
          max_tokens: 8192

        claude-3:
          endpoint: "192.168.2.100:8080"
          rate_limit: 80
          cost_per_token: 0.000015
          max_tokens: 4096

      logging:
        level: "DEBUG"
        format: "json"
      """;

  @TempDir Path folder;

  @Test
  void theSeedSystemsFileIsReadUnchanged() {
    RouterConfiguration read = Yaml.read(SEED);
    assertThat(read.server()).isEqualTo(new ServerSettings("0.0.0.0", 8000, 9443, true));
    assertThat(read.catalogue().classes())
        .extracting(WorkloadClass::name)
        .containsExactly("general", "fast-response", "complex-reasoning");
    Model gpt = read.catalogue().model(new ModelId("gpt-4")).orElseThrow();
    assertThat(gpt.price().costPerToken()).isEqualByComparingTo("0.00003");
    assertThat(gpt.limits().requestsPerMinute()).isEqualTo(60);
    assertThat(gpt.maxTokens()).isEqualTo(8192);
    assertThat(gpt.serviceEid()).isEqualTo(InetAddress.ofLiteral("10.100.0.1"));
    Model claude = read.catalogue().model(new ModelId("claude-3")).orElseThrow();
    assertThat(claude.dialect()).isEqualTo(Dialect.ANTHROPIC);
    assertThat(claude.serviceEid()).isEqualTo(InetAddress.ofLiteral("10.100.0.2"));
    Endpoint endpoint = read.catalogue().endpoint(new EndpointId("gpt-4-primary")).orElseThrow();
    assertThat(endpoint.baseUrl()).hasToString("http://192.168.1.100:8080");
    assertThat(endpoint.addresses()).containsExactly(InetAddress.ofLiteral("192.168.1.100"));
    assertThat(read.logging())
        .isEqualTo(new LoggingSettings(System.Logger.Level.DEBUG, LogFormat.JSON, false));
  }

  @Test
  void anEmptyFileMeansTheDefaults() {
    RouterConfiguration read = Yaml.read("# nothing\n");
    assertThat(read.server()).isEqualTo(new ServerSettings("127.0.0.1", 9080, 9443, false));
    assertThat(read.dns().port()).isEqualTo(8053);
    assertThat(read.lisp().controlPort()).isEqualTo(4342);
    assertThat(read.catalogue().models()).isEmpty();
    assertThat(read.catalogue().classOf(InetAddress.ofLiteral("10.2.9.9")).name())
        .isEqualTo("fast-response");
    assertThat(read.security().requireApiKey()).isFalse();
  }

  @Test
  void aSectionWithNothingInItMeansTheDefaultsToo() {
    assertThat(Yaml.read("dns:\nmodels:\nlisp:\n  sites:\n").dns().port()).isEqualTo(8053);
  }

  @Test
  void theEnvironmentWinsOverTheFile() {
    Map<String, String> environment =
        Map.ofEntries(
            Map.entry("ROUTER_HTTP_PORT", "1"),
            Map.entry("ROUTER_HTTPS_PORT", "2"),
            Map.entry("ROUTER_BIND", "::1"),
            Map.entry("ROUTER_LISP_PORT", "3"),
            Map.entry("ROUTER_DNS_PORT", "4"),
            Map.entry("ROUTER_DNS_ZONE", "ai.example"),
            Map.entry("ROUTER_DATA", "/var/lib/router"),
            Map.entry("DATABASE_URL", "postgresql://u:p@db:5432/router"),
            Map.entry("REDIS_URL", "redis://cache:6379/0"),
            Map.entry("JWT_SECRET", "0123456789abcdef0123456789ABCDEF"),
            Map.entry("ROUTER_LOG_LEVEL", "warning"),
            Map.entry("ROUTER_LOG_FORMAT", "text"));
    RouterConfiguration read = Yaml.read(SEED, environment);
    assertThat(read.server()).isEqualTo(new ServerSettings("::1", 1, 2, true));
    assertThat(read.lisp().controlPort()).isEqualTo(3);
    assertThat(read.dns().port()).isEqualTo(4);
    assertThat(read.dns().zone().apex()).hasToString("ai.example.");
    assertThat(read.deployment().dataDirectory()).isEqualTo(Path.of("/var/lib/router"));
    assertThat(read.deployment().database())
        .contains(new Secret("postgresql://u:p@db:5432/router"));
    assertThat(read.deployment().redis()).contains(new Secret("redis://cache:6379/0"));
    assertThat(read.security().jwtSecret())
        .contains(new Secret("0123456789abcdef0123456789ABCDEF"));
    assertThat(read.logging().level()).isEqualTo(System.Logger.Level.WARNING);
    assertThat(read.logging().format()).isEqualTo(LogFormat.TEXT);
    assertThat(read.toString()).doesNotContain("u:p@db").doesNotContain("0123456789");
  }

  @Test
  void aWrongVariableIsRefusedByItsName() {
    assertThat(
            Yaml.errors(
                "",
                Map.of("ROUTER_DNS_PORT", "x", "ENVIRONMENT", "prod", "DATABASE_URL", "mysql://p")))
        .containsExactlyInAnyOrder(
            "environment: ROUTER_DNS_PORT: x is not allowed: 1..65535",
            "environment: ENVIRONMENT: 'prod' is not allowed: development, production",
            "environment: DATABASE_URL: the value is not allowed:"
                + " postgresql://user:password@host:port/database or jdbc:postgresql:…");
  }

  @Test
  void anEmptyVariableIsNotSet() {
    assertThat(Yaml.read("dns: {port: 53}", Map.of("ROUTER_DNS_PORT", "")).dns().port())
        .isEqualTo(53);
  }

  @Test
  void routerConfigNamesTheFile() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.yaml"), "dns: {port: 5300}\n");
    Map<String, String> environment = Map.of("ROUTER_CONFIG", file.toString());
    assertThat(ConfigurationLoader.load(environment, folder.resolve("default.yaml")).dns().port())
        .isEqualTo(5300);
  }

  @Test
  void aFileThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> ConfigurationLoader.load(Map.of(), folder.resolve("no.yaml")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("no.yaml: cannot be read (NoSuchFileException)");
  }

  @Test
  void aFileThatIsNotTextIsRefused() throws IOException {
    Path file = Files.write(folder.resolve("x.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertThatThrownBy(() -> ConfigurationLoader.load(Map.of(), file))
        .hasMessageEndingWith("is not UTF-8");
    Path large = Files.write(folder.resolve("y.yaml"), new byte[(1 << 20) + 1]);
    assertThatThrownBy(() -> ConfigurationLoader.load(Map.of(), large))
        .hasMessageContaining("is larger than");
  }

  @Test
  void referencesAreReplacedInAnyValue() {
    String text =
        """
        dns:
          port: "${DNS:-5353}"
          ttl: ${TTL}
        models: {m: {name: "$${x}", api_key: "${KEY}", endpoints: ["${HOST:-h}:1"]}}
        """;
    RouterConfiguration read = Yaml.read(text, Map.of("TTL", "9", "KEY", "s3"));
    assertThat(read.dns().port()).isEqualTo(5353);
    assertThat(read.dns().zone().ttlSeconds()).isEqualTo(9);
    assertThat(read.credentials()).containsEntry("model/m", new Secret("s3"));
    assertThat(read.catalogue().models().getFirst().name()).isEqualTo("${x}");
    Endpoint endpoint = read.catalogue().endpoints().getFirst();
    assertThat(endpoint.baseUrl()).hasToString("http://h:1");
    assertThat(endpoint.credential()).contains("model/m");
  }
}
