package io.airouter.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FiguresTest {
  @Test
  void durationsHaveThreeDigitsAndTheirUnit() {
    assertThat(Figures.millis(0.412)).isEqualTo("0.41 ms");
    assertThat(Figures.millis(12.34)).isEqualTo("12.3 ms");
    assertThat(Figures.millis(312.4)).isEqualTo("312 ms");
    assertThat(Figures.millis(1_236)).isEqualTo("1.24 s");
    assertThat(Figures.duration(Duration.ZERO)).isEqualTo(Figures.NONE);
  }

  @Test
  void smallAmountsKeepTheDigitsThatCount() {
    assertThat(Figures.money(BigDecimal.ZERO)).isEqualTo("0.00");
    assertThat(Figures.money(new BigDecimal("3.12881"))).isEqualTo("3.13");
    assertThat(Figures.money(new BigDecimal("0.00036912"))).isEqualTo("0.000369");
    assertThat(Figures.money(new BigDecimal("1234.5"))).isEqualTo("1,234.50");
  }

  @Test
  void countsAreGroupedAndThenShortened() {
    assertThat(Figures.count(99_999)).isEqualTo("99,999");
    assertThat(Figures.count(199_812)).isEqualTo("199.8k");
    assertThat(Figures.count(2_500_000)).isEqualTo("2.5M");
    assertThat(Figures.count(1, "RLOC")).isEqualTo("1 RLOC");
    assertThat(Figures.count(2, "RLOC")).isEqualTo("2 RLOCs");
  }

  @Test
  void aShareOfNothingIsNoFigure() {
    assertThat(Figures.share(0, 0)).isEqualTo(Figures.NONE);
    assertThat(Figures.share(7, 1_247)).isEqualTo("0.6 %");
  }

  @Test
  void anAgeIsToldInItsGreatestUnit() {
    assertThat(Figures.age(Duration.ofSeconds(40))).isEqualTo("40 s");
    assertThat(Figures.age(Duration.ofSeconds(340))).isEqualTo("5 min");
    assertThat(Figures.age(Duration.ofHours(50))).isEqualTo("2 d");
  }
}
