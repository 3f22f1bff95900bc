package io.airouter.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SecretBoxTest {
  private static final byte[] SECRET = "sk-test".getBytes(StandardCharsets.UTF_8);
  private final SecureRandom random = new SecureRandom();
  private final SecretBox box = new SecretBox(new byte[32], random);

  @Test
  void opensWhatItSealed() {
    SecretBox.Sealed sealed = box.seal(SECRET, "credential/a");

    assertThat(box.open(sealed, "credential/a")).isEqualTo(SECRET);
    assertThat(new String(sealed.octets(), StandardCharsets.ISO_8859_1)).doesNotContain("sk-test");
  }

  @Test
  void sealsOneSecretDifferentlyEachTime() {
    assertThat(box.seal(SECRET, "a")).isNotEqualTo(box.seal(SECRET, "a"));
  }

  @Test
  void refusesASecretMovedToAnotherPurpose() {
    SecretBox.Sealed sealed = box.seal(SECRET, "credential/a");

    assertThatThrownBy(() -> box.open(sealed, "credential/b")).hasMessageContaining("altered");
  }

  @Test
  void refusesEachAlteredOrMissingOctet() {
    byte[] octets = box.seal(SECRET, "a").octets();
    String keyId = box.seal(SECRET, "a").keyId();
    for (int i = 0; i < octets.length; i++) {
      byte[] altered = octets.clone();
      altered[i] ^= 1;
      SecretBox.Sealed wrong = new SecretBox.Sealed(keyId, altered);
      assertThatThrownBy(() -> box.open(wrong, "a")).isInstanceOf(IllegalStateException.class);
      SecretBox.Sealed cut = new SecretBox.Sealed(keyId, Arrays.copyOf(octets, i));
      assertThatThrownBy(() -> box.open(cut, "a")).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void namesTheKeyThatIsMissing() {
    byte[] other = new byte[32];
    other[0] = 1;
    SecretBox.Sealed sealed = new SecretBox(other, random).seal(SECRET, "a");

    assertThatThrownBy(() -> box.open(sealed, "a")).hasMessageContaining(sealed.keyId());
  }
}
