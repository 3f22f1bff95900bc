package io.airouter.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlertRuleTest {
  private static AlertRule rule(String id, String name, double threshold, Duration holdFor) {
    return new AlertRule(
        id, name, Metric.CPU_PERCENT, Comparison.ABOVE, threshold, holdFor, Severity.INFO, true);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-a", "a-", "A", "a b", "a/b", "ä"})
  void anIdThatIsNoLabelIsRefused(String id) {
    assertThatThrownBy(() -> rule(id, "x", 1, Duration.ZERO))
        .isInstanceOf(RefusedRuleException.class)
        .hasMessageContaining("'id'");
  }

  @Test
  void aNameWithControlCharactersOrOfGreatLengthIsRefused() {
    for (String name : new String[] {" ", "a\nb", "x".repeat(101)}) {
      assertThatThrownBy(() -> rule("a", name, 1, Duration.ZERO)).hasMessageContaining("'name'");
    }
    assertThat(rule("a", "  spaces around  ", 1, Duration.ZERO).name()).isEqualTo("spaces around");
  }

  @Test
  void aThresholdIsANumber() {
    for (double threshold : new double[] {Double.NaN, Double.POSITIVE_INFINITY, 1e13}) {
      assertThatThrownBy(() -> rule("a", "x", threshold, Duration.ZERO))
          .hasMessageContaining("'threshold'");
    }
  }

  @Test
  void aThresholdIsToldWithAllItsDigits() {
    assertThat(rule("a", "x", 0.0004, Duration.ZERO).words()).containsEntry("threshold", "0.0004");
    assertThat(rule("a", "x", 90, Duration.ZERO).thresholdText()).isEqualTo("90");
    assertThat(rule("a", "x", 0, Duration.ZERO).thresholdText()).isEqualTo("0");
    assertThat(rule("a", "x", 1e12, Duration.ZERO).thresholdText()).isEqualTo("1000000000000");
  }

  @Test
  void aDurationIsWholeSecondsUpToADay() {
    for (Duration hold :
        new Duration[] {Duration.ofSeconds(-1), Duration.ofMillis(1500), Duration.ofDays(2)}) {
      assertThatThrownBy(() -> rule("a", "x", 1, hold)).hasMessageContaining("'for_seconds'");
    }
  }

  @Test
  void numbersAreToldWithoutDigitsThatSayNothing() {
    assertThat(Alert.number(90)).isEqualTo("90");
    assertThat(Alert.number(0.0004)).isEqualTo("0");
    assertThat(Alert.number(100)).isEqualTo("100");
    assertThat(Alert.number(96.66666)).isEqualTo("96.667");
  }
}
