package io.airouter.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRuleTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "169.254.169.254",
        "169.254.0.1",
        "fe80::1",
        "fd00:ec2::254",
        "168.63.129.16",
        "100.100.100.200",
        "0.0.0.0",
        "::",
        "224.0.0.1",
        "ff02::1",
        "::ffff:169.254.169.254"
      })
  void whatHandsOutCredentialsOrIsNoSingleHostIsRefused(String address) {
    assertThat(AddressRule.permits(InetAddress.ofLiteral(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1", "10.1.2.3", "192.0.2.10", "2001:db8::1"})
  void hostsAndThisMachineArePermitted(String address) {
    assertThat(AddressRule.permits(InetAddress.ofLiteral(address))).isTrue();
  }
}
