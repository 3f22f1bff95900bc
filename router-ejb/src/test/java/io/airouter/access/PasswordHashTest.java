package io.airouter.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class PasswordHashTest {
  private static final char[] PASSWORD = "correct horse battery".toCharArray();
  private final SecureRandom random = new SecureRandom();

  @Test
  void matchesItsPasswordAndNoOther() {
    PasswordHash hash = PasswordHash.of(PASSWORD, 1_000, random);

    assertThat(hash.matches(PASSWORD)).isTrue();
    assertThat(hash.matches("correct horse batterY".toCharArray())).isFalse();
    assertThat(hash.matches(new char[0])).isFalse();
  }

  @Test
  void saysHowItWasMade() {
    assertThat(PasswordHash.of(PASSWORD, random).text()).startsWith("pbkdf2-sha256$600000$");
  }

  @Test
  void givesOnePasswordADifferentHashEachTime() {
    assertThat(PasswordHash.of(PASSWORD, 1_000, random))
        .isNotEqualTo(PasswordHash.of(PASSWORD, 1_000, random));
  }

  /** Password "password", salt "salt", 4096 iterations: a published test vector of PBKDF2. */
  @Test
  void agreesWithAPublishedVector() {
    PasswordHash hash =
        new PasswordHash(
            "pbkdf2-sha256$4096$c2FsdA==$xeR41ZKIyEGqUw22hFxMjZYok6ABzk4RpJY4c6qYE0o=");

    assertThat(hash.matches("password".toCharArray())).isTrue();
  }

  @Test
  void refusesATextOfAnotherShapeAndDoesNotShowItself() {
    assertThatThrownBy(() -> new PasswordHash("secret"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret");
    assertThat(PasswordHash.of(PASSWORD, 1_000, random).toString()).doesNotContain("pbkdf2");
  }
}
