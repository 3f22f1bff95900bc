package io.airouter.lisp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EidPrefixTest {

  @ParameterizedTest
  @CsvSource({
    "10.1.0.0/16, 10.1.0.0/16",
    "10.1.2.3/16, 10.1.0.0/16",
    "10.1.2.3/0, 0.0.0.0/0",
    "10.100.0.1, 10.100.0.1/32",
    "255.255.255.255/31, 255.255.255.254/31",
    "2001:db8::1, 2001:db8::1/128",
    "2001:db8:1:2:3::/64, 2001:db8:1:2::/64",
    "2001:db8::ffff:ffff/97, 2001:db8::8000:0/97",
    "ff::/0, ::/0",
    "00-53-00-00-00-ff/40, 00:53:00:00:00:00/40",
    "name:model/gpt-4, name:model/gpt-4",
    "[1000]10.1.2.3/16, [1000]10.1.0.0/16",
    "[4294967295]name:a, [4294967295]name:a",
  })
  void aPrefixHasOneSpelling(String text, String canonical) {
    assertThat(EidPrefix.parse(text)).hasToString(canonical);
    assertThat(EidPrefix.parse(canonical)).isEqualTo(EidPrefix.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10.1",
        "10.1.0.0/33",
        "10.1.0.0/-1",
        "10.1.0.256",
        "010.1.0.1",
        "2001:db8::/129",
        "2001:db8::1%eth0",
        ":",
        "example.org",
        "10.1.0.0/",
        "[x]10.1.0.0/16",
        "[4294967296]10.1.0.1",
        "name:caf\u00e9",
        "00:53:00:00:00:ff/49"
      })
  void whatIsNoPrefixIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> EidPrefix.parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.1.0.0/16, true",
    "10.1.0.0/16, 10.0.0.0/8, false",
    "10.1.0.0/16, 10.2.0.0/16, false",
    "10.1.0.0/16, 10.1.0.0/16, true",
    "0.0.0.0/0, 2001:db8::1, false",
    "0.0.0.0/0, 203.0.113.9, true",
    "::/0, 2001:db8::1, true",
    "2001:db8::/64, 2001:db8:0:1::1, false",
    "[1]10.0.0.0/8, 10.1.0.0/16, false",
    "[1]10.0.0.0/8, [1]10.1.0.0/16, true",
    "name:model/gpt-4, name:model/gpt-4, true",
    "name:model/gpt-4, name:model/gpt-4o, false",
    "name:model/*, name:model/gpt-4, true",
    "name:model/*, name:site/1, false",
    "name:model/gpt-4, name:model/*, false",
  })
  void aPrefixContainsWhatItsLeadingBitsCover(String outer, String inner, boolean contains) {
    assertThat(EidPrefix.parse(outer).contains(EidPrefix.parse(inner))).isEqualTo(contains);
  }

  @Test
  void anInstanceIdIsUnwrapped() {
    LispAddress wrapped = new InstanceId(7, 32, Ipv4Address.parse("10.1.2.3"));

    assertThat(new EidPrefix(0, wrapped, 16)).isEqualTo(EidPrefix.parse("[7]10.1.0.0/16"));
    assertThatIllegalArgumentException().isThrownBy(() -> new EidPrefix(8, wrapped, 16));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EidPrefix(0, new InstanceId(8, 0, wrapped), 16));
  }

  @Test
  void aNameIsExactWhetherItsSenderCountsTheNulOrNothing() {
    DistinguishedName name = new DistinguishedName("model/gpt-4");

    assertThat(List.of(new EidPrefix(0, name, 0), new EidPrefix(0, name, 96)))
        .containsOnly(new EidPrefix(0, name, 88));
    assertThat(EidPrefix.isValid(name, 104)).isFalse();
    assertThat(EidPrefix.isValid(name, 12)).isFalse();
  }

  @Test
  void aLongNameIsExactAtTheLargestMaskAPacketCanSay() {
    DistinguishedName name = new DistinguishedName("m".repeat(40));

    assertThat(new EidPrefix(0, name, 255)).isEqualTo(EidPrefix.host(name));
    assertThat(EidPrefix.host(name).maskLength()).isEqualTo(320);
  }

  @Test
  void aShorterMaskOfANameKeepsOnlyItsOctets() {
    EidPrefix models = new EidPrefix(0, new DistinguishedName("model/gpt-4"), 48);

    assertThat(models).isEqualTo(EidPrefix.parse("name:model/*"));
    assertThat(models).isEqualTo(new EidPrefix(0, new DistinguishedName("model/llama"), 48));
    assertThat(models.isHost()).isFalse();
  }

  @Test
  void anUnreadLcafMatchesOnlyItself() {
    EidPrefix pair = new EidPrefix(0, new OpaqueLcaf(15, 0, Octets.parse("00000000")), 0);
    EidPrefix other = new EidPrefix(0, new OpaqueLcaf(15, 0, Octets.parse("000000010a000001")), 0);

    assertThat(pair.contains(pair)).isTrue();
    assertThat(pair.contains(other)).isFalse();
  }
}
