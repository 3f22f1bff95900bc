package io.airouter.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.lisp.EidPrefix;
import io.airouter.lisp.LispAddress;
import io.airouter.lisp.Locator;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingDatabaseTest {
  private static final EidTrie<String> SITES =
      EidTrie.<String>empty()
          .with(EidPrefix.parse("192.168.10.0/24"), "a")
          .with(EidPrefix.parse("192.168.20.0/24"), "b")
          .with(EidPrefix.parse("10.0.0.0/8"), "c");

  @ParameterizedTest
  @CsvSource({
    "203.0.113.9, 200.0.0.0/5",
    "64.1.2.3, 64.0.0.0/2",
    "193.0.0.1, 193.0.0.0/8",
    "192.168.11.1, 192.168.11.0/24",
    "11.0.0.1, 11.0.0.0/8",
    "[7]203.0.113.9, [7]0.0.0.0/0",
    "2001:db8::1, ::/0",
    "name:nobody, name:nobody",
  })
  void aNegativePrefixIsAsWideAsNoKnownPrefixIsHidden(String asked, String prefix) {
    assertThat(MappingDatabase.EMPTY.negativePrefix(EidPrefix.parse(asked), SITES))
        .isEqualTo(EidPrefix.parse(prefix));
  }

  @Test
  void aNegativePrefixStaysWithinItsSiteAndBesideWhatIsRegistered() {
    MappingDatabase database = MappingDatabase.EMPTY.with(mapping("10.128.0.0/16"));
    assertThat(database.negativePrefix(EidPrefix.parse("10.1.2.3"), SITES))
        .isEqualTo(EidPrefix.parse("10.0.0.0/9"));
    assertThat(database.negativePrefix(EidPrefix.parse("10.129.0.1"), SITES))
        .isEqualTo(EidPrefix.parse("10.129.0.0/16"));
  }

  @Test
  void whatWithoutRemovesIsGoneAndNothingElse() {
    MappingDatabase database =
        MappingDatabase.EMPTY.with(mapping("10.0.0.0/8")).with(mapping("10.1.0.0/16"));
    MappingDatabase changed = database.without(EidPrefix.parse("10.1.0.0/16"));
    assertThat(changed.size()).isOne();
    assertThat(changed.longestMatch(EidPrefix.parse("10.1.0.1"))).contains(mapping("10.0.0.0/8"));
    assertThat(changed.without(EidPrefix.parse("10.1.0.0/16"))).isSameAs(changed);
    assertThat(database.moreSpecifics(EidPrefix.parse("10.0.0.0/8"), 9))
        .containsExactly(mapping("10.1.0.0/16"));
  }

  private static Mapping mapping(String eid) {
    return new Mapping(
        EidPrefix.parse(eid),
        List.of(Locator.unicast(1, 100, LispAddress.parse("127.0.0.1"))),
        MappingOrigin.STATIC,
        10,
        Instant.EPOCH);
  }
}
