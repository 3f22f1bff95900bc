package io.airouter.boot.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

/** Each kind of mistake is refused in its line, by its key, with what is allowed. */
class ConfigurationErrorsTest {

  static final List<Arguments> MISTAKES =
      List.of(
          Arguments.of(
              "models:\n  gpt-4:\n    endpoint: \"h:80\"\n    weight: 140\n",
              "router.yaml:4: models.gpt-4.weight: 140 is not allowed: 0..100"),
          Arguments.of(
              "models:\n  m:\n    endpoints:\n      - {url: \"h:80\", weight: -1}\n",
              "router.yaml:4: models.m.endpoints[0].weight: -1 is not allowed: 0..100"),
          Arguments.of(
              "# c\nlisp:\n  controll_port: 1\n",
              "router.yaml:3: lisp.controll_port: unknown key; did you mean control_port?"
                  + " allowed: control_port, map_cache_ttl, eid_prefixes, sites"),
          Arguments.of(
              "\nkubernetes: {}\n",
              "router.yaml:2: kubernetes: unknown key; allowed: server, lisp, dns, monitoring,"
                  + " security, logging, models, load_balancing, credentials, sdn, alerts"),
          Arguments.of(
              "lisp:\n  control_port: \"four\"\n",
              "router.yaml:2: lisp.control_port: 'four' is text, which is not allowed:"
                  + " a whole number, 1..65535"),
          Arguments.of(
              "dns:\n  ttl: 1.5\n",
              "router.yaml:2: dns.ttl: '1.5' is a number, which is not allowed:"
                  + " a whole number, 0..86400"),
          Arguments.of(
              "dns:\n  ttl:\n    - 1\n", "router.yaml:2: dns.ttl: a list is not allowed: 0..86400"),
          Arguments.of(
              "dns:\n  zone_name: 42\n",
              "router.yaml:2: dns.zone_name: '42' is a whole number, which is not allowed:"
                  + " text, a domain name (put it in quotes)"),
          Arguments.of(
              "dns: 5\n",
              "router.yaml:1: dns: a single value is not allowed: a section with port, zone_name,"
                  + " ttl, negative_ttl, health_check_interval, service_timeout"),
          Arguments.of(
              "server:\n  debug: yes\n",
              "router.yaml:2: server.debug: 'yes' is text, which is not allowed: true or false"),
          Arguments.of(
              "dns:\n  health_check_interval: 0.5\n",
              "router.yaml:2: dns.health_check_interval: a check may take 1 s, begun every 0.5 s,"
                  + " which is not allowed: a service_timeout below health_check_interval"),
          Arguments.of(
              "server:\n  https_port: 65536\n",
              "router.yaml:2: server.https_port: 65536 is not allowed: 1..65535"),
          Arguments.of(
              "dns:\n  port: 53\n  ttl: 5\n  port: 54\n",
              "router.yaml:4: dns.port: stands twice, first in line 2"),
          Arguments.of(
              "lisp:\n  eid_prefixes:\n    - 10.1.0.0/16\n    - 10.1.2.0/24\n",
              "router.yaml:4: lisp.eid_prefixes[1]: 10.1.2.0/24 overlaps 10.1.0.0/16 of line 3,"
                  + " which is not allowed: EID-Prefixes that share no address"),
          Arguments.of(
              "lisp:\n  eid_prefixes:\n    - 10.1.0.0/33\n",
              "router.yaml:3: lisp.eid_prefixes[0]: '10.1.0.0/33' is not allowed:"
                  + " address/length or a section"),
          Arguments.of(
              "lisp:\n  eid_prefixes:\n    - {prefix: 10.0.0.0/8, allowed_models: [gpt-5]}\n"
                  + "models: {gpt-4: {}}\n",
              "router.yaml:3: lisp.eid_prefixes[0].allowed_models[0]: 'gpt-5' is not allowed:"
                  + " one of the models gpt-4"),
          Arguments.of(
              "models:\n  a: {eid: 10.100.0.9}\n  b:\n    eid: 10.100.0.9\n",
              "router.yaml:4: models.b.eid: 10.100.0.9 is not allowed: it is the EID of a"),
          Arguments.of(
              "models:\n  m:\n    dialect: gopher\n",
              "router.yaml:3: models.m.dialect: 'gopher' is not allowed: openai, anthropic, ollama"),
          Arguments.of(
              "models:\n  m:\n    capabilities:\n      general: superb\n",
              "router.yaml:4: models.m.capabilities.general: 'superb' is not allowed:"
                  + " excellent, good, fair, poor"),
          Arguments.of(
              "models:\n  m:\n    capabilities:\n      cooking: good\n",
              "router.yaml:4: models.m.capabilities.cooking: 'cooking' is no query type; allowed:"
                  + " simple_qa, complex_reasoning, code_generation, creative_writing, data_analysis,"
                  + " summarization, translation, math_computation, general"),
          Arguments.of(
              "models:\n  m:\n    endpoint: \"ftp://h/\"\n",
              "router.yaml:3: models.m.endpoint: 'ftp://h/' is not allowed:"
                  + " host:port or http(s)://host[:port][/path]"),
          Arguments.of(
              "models:\n  m:\n    endpoints: [\"h:99999\"]\n",
              "router.yaml:3: models.m.endpoints[0]: 'h:99999' is not allowed:"
                  + " host:port or http(s)://host[:port][/path] or a section"),
          Arguments.of(
              "models:\n  a: {endpoints: [{id: x, url: \"h:1\"}]}\n"
                  + "  b:\n    endpoints:\n      - {id: x, url: \"h:2\"}\n",
              "router.yaml:5: models.b.endpoints[0].id: the endpoint id 'x' is not allowed:"
                  + " line 2 has it already"),
          Arguments.of(
              "models:\n  m:\n    endpoints:\n      - id: x\n",
              "router.yaml:4: models.m.endpoints[0]: url is missing:"
                  + " host:port or http(s)://host[:port][/path]"),
          Arguments.of(
              "models:\n  m:\n    endpoints:\n      - {url: \"h:1\", credential: k}\n",
              "router.yaml:4: models.m.endpoints[0].credential: 'k' is not allowed:"
                  + " a name of credentials"),
          Arguments.of(
              "models:\n  auto: {}\n", "router.yaml:2: models.auto: model id 'auto' is reserved"),
          Arguments.of(
              "models:\n  m: {max_tokens: 10, context_window: 5}\n",
              "router.yaml:2: models.m: max_tokens 10 is not allowed: 1..context_window"),
          Arguments.of(
              "models:\n  m:\n    cost_per_token: -0.1\n",
              "router.yaml:3: models.m.cost_per_token: -0.1 is not allowed: 0..1000000"),
          Arguments.of(
              "load_balancing:\n  cost: 0.5\n",
              "router.yaml:1: load_balancing: capability, load, cost and response_time add up to 1.3,"
                  + " which is not allowed: 1"),
          Arguments.of(
              "security:\n  cors_origins: [\"console.example\"]\n",
              "router.yaml:2: security.cors_origins[0]: 'console.example' is not allowed:"
                  + " * or http(s)://host[:port]"),
          Arguments.of(
              "security:\n  cors_origins: \"*\"\n",
              "router.yaml:2: security.cors_origins: a single value is not allowed: a list, [a, b]"),
          Arguments.of(
              "logging:\n  level: LOUD\n",
              "router.yaml:2: logging.level: 'LOUD' is not allowed:"
                  + " trace, debug, info, warning, error"),
          Arguments.of(
              "models:\n  m:\n    api_key: \"${OPENAI_KEY}\"\n",
              "router.yaml:3: models.m.api_key: the environment variable OPENAI_KEY is not set"),
          Arguments.of(
              "models:\n  m:\n    name: \"${broken\"\n",
              "router.yaml:3: models.m.name: '${broken' is not allowed:"
                  + " ${NAME} or ${NAME:-default}"));

  @ParameterizedTest
  @FieldSource("MISTAKES")
  void aMistakeIsToldWithItsPlaceAndWhatIsAllowed(String text, String error) {
    assertThat(Yaml.errors(text)).containsExactly(error);
  }

  @Test
  void allMistakesAreToldAtOnceInTheOrderOfTheFile() {
    String text =
        "dns:\n  ttl: -1\n  colour: red\nlisp:\n  sites:\n    - name: a\nserver:\n  debug: 1\n";
    assertThat(Yaml.errors(text))
        .extracting(line -> line.split(":", 3)[1])
        .containsExactly("2", "3", "6", "6", "8");
  }

  @Test
  void brokenYamlIsToldWithItsLine() {
    assertThat(Yaml.errors("dns:\n  ttl: 5\n ttl: [\n"))
        .singleElement()
        .asString()
        .startsWith("router.yaml:3: is not YAML: ");
    assertThat(Yaml.errors("a: \"open\n")).singleElement().asString().startsWith("router.yaml:");
    assertThat(Yaml.errors("a: 1\n---\nb: 2\n")).hasSize(1);
    assertThat(Yaml.errors("- a\n"))
        .singleElement()
        .asString()
        .startsWith("router.yaml:1: a list is not allowed: a section with server");
  }

  @Test
  void aSecretIsNotRepeatedInAnError() {
    assertThat(Yaml.errors("security:\n  jwt_secret: 123456\n"))
        .singleElement()
        .asString()
        .startsWith("router.yaml:2: security.jwt_secret: the value is a whole number")
        .doesNotContain("123456");
  }

  @Test
  void aFileThatWouldGrowIsRefused() {
    StringBuilder laughs = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 30; i++) {
      laughs.append("a%d: &a%d [*a%d, *a%d, *a%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
    }
    assertThat(Yaml.errors(laughs.toString())).singleElement().asString().contains("aliases");
    assertThat(Yaml.errors("[".repeat(100_000))).singleElement().asString().contains("deeper");
    assertThat(Yaml.errors("#".repeat(YamlDocument.MAX_CHARACTERS + 1))).hasSize(1);
  }
}
