package io.airouter.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Measures the contrast of the theme's pairs as WCAG 2.2 defines it, in both themes. */
class ThemeContrastTest {
  private static final Path TOKENS = Path.of("src/main/webapp/resources/airouter/tokens.css");
  private static final Pattern TOKEN =
      Pattern.compile("--([a-z0-9-]+): light-dark\\(#([0-9a-f]{6}), #([0-9a-f]{6})\\)");
  private static final double TEXT = 4.5;
  private static final double MARK = 3;

  private record Twin(String light, String dark) {}

  private final Map<String, Twin> tokens = read();

  private static Map<String, Twin> read() {
    Map<String, Twin> tokens = new HashMap<>();
    try {
      Matcher matcher = TOKEN.matcher(Files.readString(TOKENS));
      while (matcher.find()) {
        tokens.put(matcher.group(1), new Twin(matcher.group(2), matcher.group(3)));
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return tokens;
  }

  @ParameterizedTest
  @CsvSource({
    "text,ground",
    "text,surface",
    "text,raised",
    "text,accent-ground",
    "text,bad-ground",
    "text,ok-ground",
    "quiet,ground",
    "quiet,surface",
    "quiet,raised",
    "accent,surface",
    "accent,ground",
    "accent,raised",
    "on-accent,accent",
    "on-accent,accent-deep",
    "ok,ok-ground",
    "warn,warn-ground",
    "bad,bad-ground",
    "bad,surface",
    "idle,idle-ground",
    "side-text,side",
    "side-quiet,side",
    "side-text,side-current",
    "accent,ok-ground",
    "quiet,ok-ground",
    "side,side-text"
  })
  void textStandsOutFromItsGround(String text, String ground) {
    assertContrast(text, ground, TEXT);
  }

  @ParameterizedTest
  @CsvSource({
    "control,surface",
    "control,ground",
    "focus,surface",
    "focus,ground",
    "series-1,surface",
    "series-2,surface",
    "series-3,surface",
    "series-bad,surface",
    "ok,surface",
    "warn,surface",
    "control,side"
  })
  void bordersAndMarksStandOutFromTheirGround(String mark, String ground) {
    assertContrast(mark, ground, MARK);
  }

  private void assertContrast(String one, String other, double least) {
    Twin a = tokens.get(one);
    Twin b = tokens.get(other);
    assertThat(contrast(a.light(), b.light())).as("light").isGreaterThanOrEqualTo(least);
    assertThat(contrast(a.dark(), b.dark())).as("dark").isGreaterThanOrEqualTo(least);
  }

  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String hex) {
    return 0.2126 * linear(hex, 0) + 0.7152 * linear(hex, 2) + 0.0722 * linear(hex, 4);
  }

  private static double linear(String hex, int at) {
    double channel = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }
}
