package io.airouter.boot.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProductionRulesTest {
  private static final Map<String, String> PRODUCTION = Map.of("ENVIRONMENT", "production");

  @Test
  void aShortTokenKeyIsRefusedInItsLine() {
    assertThat(Yaml.errors("security:\n  jwt_secret: hunter2\n", PRODUCTION))
        .containsExactly(
            "router.yaml:2: security.jwt_secret: has 7 octets, which is not allowed in production:"
                + " a secret of your own of at least 32 octets");
  }

  @Test
  void anExampleTokenKeyIsRefusedHoweverLong() {
    Map<String, String> environment =
        Map.of(
            "ENVIRONMENT", "production",
            "JWT_SECRET", "your-production-secret-your-production-secret");
    assertThat(Yaml.errors("", environment))
        .singleElement()
        .asString()
        .startsWith("environment: JWT_SECRET: is an example's");
    assertThat(new Secret("x".repeat(40)).isExample()).isTrue();
    assertThat(new Secret("b0c9ef1d6c1a4e7f8b2d3a5c7e9f1b3d").isExample()).isFalse();
  }

  @Test
  void anOpenDataPathIsRefused() {
    assertThat(Yaml.errors("security:\n  require_api_key: false\n", PRODUCTION))
        .containsExactly(
            "router.yaml:2: security.require_api_key: false is not allowed in production: true");
    assertThat(Yaml.read("", PRODUCTION).security().requireApiKey()).isTrue();
  }

  @Test
  void anExampleSiteKeyIsRefused() {
    String text =
        """
        lisp:
          sites:
            - {name: a, eid_prefixes: [10.1.0.0/16], keys: [{secret: password}]}
        """;
    assertThat(Yaml.errors(text, PRODUCTION)).hasSize(1);
    assertThat(Yaml.read(text).lisp().sites()).hasSize(1);
  }

  @Test
  void whatIsOnlyUnwiseIsWarnedOf() {
    String text =
        """
        server: {debug: true}
        security: {cors_origins: ["*"]}
        models: {m: {endpoint: "127.0.1.1:18080"}}
        """;
    assertThat(Yaml.read(text, PRODUCTION).warnings()).hasSize(3);
    assertThat(Yaml.read(text).warnings()).isEmpty();
    assertThat(Yaml.read("security: {jwt_secret: short}").warnings()).hasSize(1);
  }

  @Test
  void productionLogsJson() {
    assertThat(Yaml.read("", PRODUCTION).logging().format()).isEqualTo(LogFormat.JSON);
  }
}
