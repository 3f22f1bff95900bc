package io.airouter.lisp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingRecordTest {
  private static final EidPrefix EID = EidPrefix.parse("10.100.0.1");
  private static final Locator LOCATOR = Locator.unicast(1, 100, LispAddress.parse("127.0.1.1"));

  @Test
  void aRecordKeepsItsOwnLocators() {
    List<Locator> locators = new ArrayList<>(List.of(LOCATOR));
    MappingRecord record = MappingRecord.proxied(1, EID, locators);
    locators.clear();

    assertThat(record.locators()).containsExactly(LOCATOR);
    assertThat(record.isNegative()).isFalse();
  }

  @Test
  void aRecordHoldsNoMoreThanItsCountsCanSay() {
    List<Locator> tooMany = Collections.nCopies(256, LOCATOR);

    assertThatIllegalArgumentException().isThrownBy(() -> MappingRecord.proxied(1, EID, tooMany));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MappingRecord.proxied(1L << 32, EID, List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> Locator.unicast(256, 0, NoAddress.NONE));
  }

  @ParameterizedTest
  @CsvSource({"0, NO_ACTION", "1, NATIVELY_FORWARD", "5, DROP_AUTH_FAILURE", "7, NO_ACTION"})
  void anUnassignedActionAsksForNothing(int code, NegativeAction action) {
    assertThat(NegativeAction.of(code)).isEqualTo(action);
  }

  @Test
  void priority255MustNotBeUsed() {
    assertThat(LOCATOR.isUsable()).isTrue();
    assertThat(Locator.unicast(255, 100, LOCATOR.rloc()).isUsable()).isFalse();
  }
}
