package io.airouter.sdn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airouter.model.IpPrefix;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SdnRulesTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void theTimeBetweenAttemptsGrowsToFiveMinutesAndTheBreakerOpens() {
    SplittableRandom random = new SplittableRandom(1);
    Backoff backoff = Backoff.NONE;
    for (int i = 0; i < 30; i++) {
      backoff = backoff.failed(NOW, random, Optional.empty());
      Duration bound = Duration.ofSeconds(1L << Math.min(i, 9));
      Duration longest = bound.compareTo(Backoff.LONGEST) < 0 ? bound : Backoff.LONGEST;
      assertThat(backoff.notBefore()).isBetween(NOW, NOW.plus(longest));
    }
    assertThat(backoff.breaker(backoff.notBefore().minusMillis(1))).isEqualTo(Backoff.Breaker.OPEN);
    assertThat(backoff.breaker(backoff.notBefore())).isEqualTo(Backoff.Breaker.HALF_OPEN);
    assertThat(Backoff.NONE.breaker(NOW)).isEqualTo(Backoff.Breaker.CLOSED);
  }

  @Test
  void retryAfterIsObeyed() {
    Backoff backoff =
        Backoff.NONE.failed(NOW, new SplittableRandom(1), Optional.of(Duration.ofSeconds(90)));
    assertThat(backoff.notBefore()).isEqualTo(NOW.plusSeconds(90));
  }

  @Test
  void mostClientErrorsAreFinalAndTheOthersAreTriedAgain() {
    assertThat(List.of(400, 401, 404, 415)).allMatch(SdnRulesTest::isFinal);
    assertThat(List.of(302, 408, 409, 429, 500, 503)).noneMatch(SdnRulesTest::isFinal);
  }

  private static boolean isFinal(int status) {
    return ControllerFailure.ofStatus(status, "", Optional.empty()).isFinal();
  }

  @Test
  void linkLocalAndMulticastHostsAreNeverCalled() {
    AllowedHosts all = new AllowedHosts(Set.of("odl"), Set.of(), List.of(), true);
    assertThat(List.of("169.254.169.254", "224.0.0.1", "0.0.0.0", "fe80::1"))
        .noneMatch(address -> all.allows("odl", InetAddress.ofLiteral(address)));
  }

  @Test
  void withAListOnlyWhatItNamesIsCalled() {
    InetAddress inside = InetAddress.ofLiteral("192.0.2.7");
    InetAddress outside = InetAddress.ofLiteral("198.51.100.7");
    AllowedHosts listed =
        new AllowedHosts(
            Set.of("trusted"),
            Set.of("odl.example"),
            List.of(IpPrefix.parse("192.0.2.0/24")),
            true);
    assertThat(listed.allows("x", inside)).isTrue();
    assertThat(listed.allows("x", outside)).isFalse();
    assertThat(listed.allows("ODL.example", outside)).isTrue();
    assertThat(listed.allows("trusted", outside)).isTrue();
    assertThat(listed.allows("x", InetAddress.getLoopbackAddress())).isFalse();
  }

  @Test
  void loopbackIsForDevelopmentOnly() {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    assertThat(new AllowedHosts(Set.of(), Set.of(), List.of(), false).allows("x", loopback))
        .isFalse();
    assertThat(new AllowedHosts(Set.of(), Set.of(), List.of(), true).allows("x", loopback))
        .isTrue();
  }

  @Test
  void anAddressWithUserOrQueryOrOfAnotherSchemeIsNoController() {
    assertThat(Controller.url("https://odl.example:8443/rests"))
        .isEqualTo(URI.create("https://odl.example:8443/rests"));
    assertThat(
            List.of("ftp://h/", "http://u:p@h/", "http://h/?q", "http://h:0/", "h:80", "file:///x"))
        .allSatisfy(
            text ->
                assertThatThrownBy(() -> Controller.url(text))
                    .isInstanceOf(IllegalArgumentException.class));
  }

  @Test
  void anUnknownTypeIsRefusedWithThoseThereAre() {
    assertThatThrownBy(() -> ControllerType.ofWord("onos")).hasMessageContaining("[opendaylight]");
  }

  @Test
  void aLoginPrintsWithoutItsPassword() {
    assertThat(new ControllerLogin("admin", "hush").toString()).doesNotContain("hush");
  }
}
