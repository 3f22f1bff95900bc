package io.airouter.boot.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page and the default file say what the code does: each key, default, limit and variable. */
class DocumentationTest {
  private static final Path DEFAULT_FILE = fromRoot("liberty/src/main/liberty/config/router.yaml");
  private static final Path PAGE = fromRoot("docs/configuration.md");
  private static final Predicate<Key<?>> IN_FILE = key -> !key.path().isEmpty();

  @Test
  void eachKeyHasItsRowWithDefaultLimitsAndVariable() {
    String page = text(PAGE);
    assertThat(KnownKeys.ALL.keys().stream().map(DocumentationTest::row))
        .allSatisfy(row -> assertThat(page).contains(row));
  }

  @Test
  void noRowTellsOfAKeyThatIsGone() {
    List<String> rows =
        text(PAGE).lines().filter(line -> line.startsWith("| `") && line.contains("` |")).toList();
    List<String> known = KnownKeys.ALL.keys().stream().map(DocumentationTest::row).toList();
    assertThat(rows).allMatch(row -> known.stream().anyMatch(row::startsWith));
  }

  @Test
  void theDefaultFileShowsEachKey() {
    String file = text(DEFAULT_FILE);
    assertThat(KnownKeys.ALL.keys().stream().filter(IN_FILE).filter(key -> !isChosen(key)))
        .allSatisfy(
            key ->
                assertThat(file)
                    .containsPattern("(?m)(^|[\\s{#,])" + Pattern.quote(key.name()) + ":"));
  }

  @Test
  void theDefaultFileSaysTheDefaults() {
    RouterConfiguration written = ConfigurationLoader.load(Map.of(), DEFAULT_FILE);
    RouterConfiguration builtIn = ConfigurationLoader.read("router.yaml", "", Map.of());
    assertThat(written.server()).isEqualTo(builtIn.server());
    assertThat(written.lisp()).isEqualTo(builtIn.lisp());
    assertThat(written.dns()).isEqualTo(builtIn.dns());
    assertThat(written.monitoring()).isEqualTo(builtIn.monitoring());
    assertThat(written.security()).isEqualTo(builtIn.security());
    assertThat(written.logging()).isEqualTo(builtIn.logging());
    assertThat(written.sdn()).isEqualTo(builtIn.sdn());
    assertThat(written.catalogue().weights()).isEqualTo(builtIn.catalogue().weights());
    assertThat(written.warnings()).isEmpty();
  }

  /** {@code port} and {@code http_port} exclude each other, so one stays out. */
  @Test
  void whatIsCommentedOutIsRightToo() {
    String all =
        text(DEFAULT_FILE).replaceAll("#port: 9080", "").replaceAll("(?m)^(\\s*)#(?=[a-z-])", "$1");
    Map<String, String> secrets =
        Map.of(
            "OPENAI_KEY",
            "sk-1",
            "SITE_A_KEY",
            "a",
            "ODL_PASSWORD",
            "b",
            "ALERT_WEBHOOK_SECRET",
            "b",
            "JWT_SECRET",
            "0123456789abcdef0123456789ABCDEF");
    RouterConfiguration read = ConfigurationLoader.read("router.yaml", all, secrets);
    assertThat(read.lisp().sites()).hasSize(1);
    assertThat(read.sdn().controllers()).hasSize(1);
    assertThat(read.alerts().webhooks()).hasSize(1);
    assertThat(read.credentials()).containsKeys("openai", "model/gpt-4");
    assertThat(read.security().requireApiKey()).isTrue();
    assertThat(read.catalogue().models()).hasSize(5);
  }

  static String row(Key<?> key) {
    String name = key.path().isEmpty() ? key.variable() : key.path();
    String variable = key.variable().isEmpty() ? "" : "`" + key.variable() + "`";
    String fallback = key.hasDefault() ? "`" + key.defaultText() + "`" : key.defaultText();
    return "| `"
        + name
        + "` | "
        + fallback
        + " | "
        + key.type().allowed()
        + " | "
        + variable
        + " |";
  }

  private static boolean isChosen(Key<?> key) {
    return key.name().startsWith("<");
  }

  private static Path fromRoot(String path) {
    Path here = Path.of("").toAbsolutePath();
    return Files.exists(here.resolve(path)) ? here.resolve(path) : here.resolve("..").resolve(path);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
