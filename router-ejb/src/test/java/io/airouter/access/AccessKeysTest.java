package io.airouter.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccessKeysTest {
  private final SettableClock clock = new SettableClock();
  private final AccessKeys keys = new AccessKeys(clock, new SecureRandom());

  @Test
  void aKeyOpensNothingUntilItIsPut() {
    CreatedKey created = create("app");

    assertThat(keys.callerOf(created.secret())).isEmpty();
    keys.put(created.key());
    assertThat(keys.callerOf(created.secret()))
        .contains(new Caller("app", Optional.of(created.key().id())));
  }

  @Test
  void aSecretNamesItsPrefixAndIsNotKept() {
    CreatedKey created = create("app");

    assertThat(created.secret()).matches("air_[0-9a-f]{8}_[A-Za-z0-9_-]{43}");
    assertThat(created.secret()).startsWith("air_" + created.key().prefix() + "_");
    assertThat(created.toString()).doesNotContain(created.secret());
    assertThat(create("app").secret()).isNotEqualTo(created.secret());
  }

  @Test
  void aRevokedKeyIsRefusedAtOnce() {
    CreatedKey created = create("app");
    keys.put(created.key());

    keys.put(created.key().revoked());

    assertThat(keys.callerOf(created.secret())).isEmpty();
  }

  @Test
  void aKeyEndsWhenItExpires() {
    Optional<Instant> end = Optional.of(clock.instant().plusSeconds(60));
    CreatedKey created = keys.create("app", end, "alice");
    keys.put(created.key());

    clock.advance(Duration.ofSeconds(59));
    assertThat(keys.callerOf(created.secret())).isPresent();
    clock.advance(Duration.ofSeconds(1));
    assertThat(keys.callerOf(created.secret())).isEmpty();
  }

  @Test
  void loadingForgetsTheKeysThatAreGone() {
    CreatedKey old = create("old");
    CreatedKey fresh = create("fresh");
    keys.put(old.key());

    keys.load(List.of(fresh.key()));

    assertThat(keys.callerOf(old.secret())).isEmpty();
    assertThat(keys.callerOf(fresh.secret())).isPresent();
  }

  @Test
  void aNearlyRightSecretIsRefused() {
    CreatedKey created = create("app");
    keys.put(created.key());

    assertThat(keys.callerOf(created.secret() + "x")).isEmpty();
    assertThat(keys.callerOf("")).isEmpty();
    assertThat(keys.callerOf(created.key().hash())).isEmpty();
  }

  @Test
  void aBlankNameIsRefused() {
    assertThatThrownBy(() -> create(" ")).isInstanceOf(IllegalArgumentException.class);
  }

  private CreatedKey create(String name) {
    return keys.create(name, Optional.empty(), "alice");
  }
}
