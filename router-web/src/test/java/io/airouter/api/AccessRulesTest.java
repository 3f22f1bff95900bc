package io.airouter.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.access.Role;
import io.airouter.boot.configuration.SecuritySettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccessRulesTest {
  private static final Approach LOCAL = new Approach(true, Optional.empty());
  private static final Approach REMOTE = new Approach(false, Optional.empty());

  @Test
  void developmentIsOpenOnThisMachineOnly() {
    AccessRules rules = rules(false, false);

    assertThat(rules.admitsWithoutCredentials(LOCAL)).isTrue();
    assertThat(rules.admitsWithoutCredentials(REMOTE)).isFalse();
  }

  @Test
  void anotherPagesOriginMustBeConfigured() {
    AccessRules rules = rules(false, false);

    assertThat(rules.admitsWithoutCredentials(from("http://localhost:3000"))).isTrue();
    assertThat(rules.admitsWithoutCredentials(from("https://evil.example"))).isFalse();
    assertThat(rules.admitsWithoutCredentials(from("null"))).isFalse();
  }

  @Test
  void aRequiredKeyAndProductionCloseIt() {
    assertThat(rules(false, true).admitsWithoutCredentials(LOCAL)).isFalse();
    assertThat(rules(true, false).admitsWithoutCredentials(LOCAL)).isFalse();
  }

  @Test
  void aRoleIncludesTheOnesBelow() {
    assertThat(RouterAuthentication.groups(Role.ADMIN))
        .containsExactlyInAnyOrder("admin", "operator", "viewer");
    assertThat(RouterAuthentication.groups(Role.VIEWER)).containsExactly("viewer");
  }

  private static Approach from(String origin) {
    return new Approach(true, Optional.of(origin));
  }

  private static AccessRules rules(boolean production, boolean requireApiKey) {
    return new AccessRules(
        production,
        new SecuritySettings(
            List.of("http://localhost:3000"),
            Optional.empty(),
            requireApiKey,
            Duration.ofHours(1)));
  }
}
