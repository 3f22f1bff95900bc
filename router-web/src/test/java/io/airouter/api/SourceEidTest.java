package io.airouter.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceEidTest {
  @ParameterizedTest
  @ValueSource(strings = {"10.1.0.5", "192.0.2.1", "2001:db8::1", "::ffff:10.1.0.5"})
  void unicastAddressesAreSources(String text) {
    assertThat(SourceEid.parse(text)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10",
        "10.1",
        "10.1.0",
        "010.1.0.1",
        "256.1.1.1",
        "10.1.0.1/16",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "::",
        "ff02::1",
        "fe80::1%eth0",
        "localhost",
        " 10.1.0.1",
        "1:2",
        ":::"
      })
  void othersAreNot(String text) {
    assertThat(SourceEid.parse(text)).isEmpty();
  }
}
