package io.airouter.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airouter.alert.RefusedRuleException;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertsResourceTest {
  @ParameterizedTest
  @CsvSource({
    "before, +1000000000-12-31T23:59:59Z",
    "before, 1969-12-31T23:59:59Z",
    "before, yesterday",
    "rule, a\tb",
    "node, a\tb"
  })
  void whatTheDatabaseCannotCompareIsRefused(String name, String value) {
    assertThatThrownBy(() -> AlertsResource.filter(new MultivaluedHashMap<>(Map.of(name, value))))
        .isInstanceOf(RefusedRuleException.class)
        .hasMessageContaining(name);
  }

  @Test
  void aFilterIsRead() {
    var asked = new MultivaluedHashMap<>(Map.of("rule", "hot", "before", "2030-01-31T12:00:00Z"));
    assertThat(AlertsResource.filter(asked).rule()).contains("hot");
    assertThat(AlertsResource.filter(asked).before())
        .contains(Instant.parse("2030-01-31T12:00:00Z"));
  }
}
