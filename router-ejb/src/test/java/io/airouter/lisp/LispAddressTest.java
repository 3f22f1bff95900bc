package io.airouter.lisp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LispAddressTest {

  @ParameterizedTest
  @CsvSource({
    "2001:DB8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "0:0:0:0:0:0:0:0, ::",
    "::1, ::1",
    "1::, 1::",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "1:0:0:2:0:0:0:3, 1:0:0:2::3",
    "::ffff:192.0.2.1, ::ffff:192.0.2.1",
    "192.0.2.255, 192.0.2.255",
    "AA-bb-00-01-02-03, aa:bb:00:01:02:03",
    "name:model/gpt-4, name:model/gpt-4",
  })
  void anAddressIsWrittenInItsUsualText(String text, String canonical) {
    assertThat(LispAddress.parse(text)).hasToString(canonical);
  }

  @ParameterizedTest
  @CsvSource({"10.100.0.1", "255.0.0.1", "2001:db8::1", "fe80::1"})
  void anIpAddressIsTheSameForTheJavaPlatform(String text) {
    InetAddress address = InetAddress.ofLiteral(text);

    assertThat(LispAddress.of(address)).isEqualTo(LispAddress.parse(text));
    assertThat(LispAddress.parse(text) instanceof Ipv4Address v4 ? v4.toInetAddress() : address)
        .isEqualTo(address);
  }

  @Test
  void anIpv4MappedAddressStaysIpv6() {
    Ipv6Address mapped = Ipv6Address.parse("::ffff:192.0.2.1");

    assertThat(mapped.toInetAddress().getAddress()).hasSize(16);
    assertThat(LispAddress.of(mapped.toInetAddress())).isEqualTo(mapped);
  }

  @Test
  void ipv4StandsBeforeIpv6AndEachIsUnsigned() {
    List<LispAddress> sorted =
        List.of(
            LispAddress.parse("10.0.0.1"),
            LispAddress.parse("192.0.2.1"),
            LispAddress.parse("::1"),
            LispAddress.parse("fe80::1"),
            LispAddress.parse("fe80::ffff:ffff:ffff:ffff"),
            LispAddress.parse("name:a"),
            new OpaqueLcaf(1, 0, Octets.parse("01")),
            new OpaqueLcaf(1, 0, Octets.parse("ff")),
            new InstanceId(1, 0, LispAddress.parse("10.0.0.1")),
            LispAddress.parse("00:53:00:00:00:01"),
            NoAddress.NONE);

    assertThat(sorted.reversed().stream().sorted()).containsExactlyElementsOf(sorted);
  }

  @Test
  void aNameThatCouldBreakALogLineIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new DistinguishedName("a\nb"));
  }

  @Test
  void octetsDoNotChangeWithTheirArray() {
    byte[] array = {1, 2};
    Octets octets = Octets.of(array);
    array[0] = 9;
    octets.toByteArray()[1] = 9;

    assertThat(octets).isEqualTo(Octets.parse("0102"));
  }
}
