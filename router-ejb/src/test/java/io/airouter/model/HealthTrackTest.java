package io.airouter.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HealthTrackTest {
  private static final HealthThresholds RISE_2_FALL_3 = new HealthThresholds(2, 3);

  @Test
  void aNewcomerPassesWithItsFirstGoodCheck() {
    assertThat(fed("+").state()).isEqualTo(HealthState.PASSING);
  }

  @Test
  void aNewcomerThatFailsStaysUnknownUntilItFellAndThenIsCritical() {
    assertThat(fed("--").state()).isEqualTo(HealthState.UNKNOWN);
    assertThat(fed("--+").state()).isEqualTo(HealthState.PASSING);
    assertThat(fed("---").state()).isEqualTo(HealthState.CRITICAL);
  }

  @Test
  void aPassingEndpointFallsAfterAsManyFailuresInARow() {
    assertThat(fed("+--").state()).isEqualTo(HealthState.PASSING);
    assertThat(fed("+---").state()).isEqualTo(HealthState.CRITICAL);
  }

  @Test
  void oneSuccessBetweenFailuresStartsTheRowAnew() {
    assertThat(fed("+--+--").state()).isEqualTo(HealthState.PASSING);
    assertThat(fed("+--+---").state()).isEqualTo(HealthState.CRITICAL);
  }

  @Test
  void aCriticalEndpointRisesAfterAsManySuccessesInARow() {
    assertThat(fed("---+").state()).isEqualTo(HealthState.CRITICAL);
    assertThat(fed("---+-+").state()).isEqualTo(HealthState.CRITICAL);
    assertThat(fed("---++").state()).isEqualTo(HealthState.PASSING);
  }

  @Test
  void rowsDoNotGrowBeyondTheirThreshold() {
    assertThat(fed("+".repeat(1000)).successes()).isEqualTo(2);
    assertThat(fed("-".repeat(1000)).failures()).isEqualTo(3);
  }

  @Test
  void thresholdsAndRowsAreSane() {
    assertThatThrownBy(() -> new HealthThresholds(0, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new HealthTrack(HealthState.PASSING, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static HealthTrack fed(String outcomes) {
    HealthTrack track = HealthTrack.START;
    for (char outcome : outcomes.toCharArray()) {
      track = track.after(outcome == '+', RISE_2_FALL_3);
    }
    return track;
  }
}
