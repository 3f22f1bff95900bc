package io.airouter.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretKeysTest {
  private final SecureRandom random = new SecureRandom();
  @TempDir private Path directory;

  @Test
  void aKeyIsMadeOnceAndReadableByItsOwnerOnly() throws IOException {
    Path file = directory.resolve("keys").resolve("jwt.key");

    byte[] made = SecretKeys.fromFile(file, random);

    assertThat(made).hasSize(32);
    assertThat(SecretKeys.fromFile(file, random)).isEqualTo(made);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
        .isEqualTo("rwx------");
  }

  @Test
  void aDamagedFileIsNamedAndNotReplaced() throws IOException {
    Path file = directory.resolve("jwt.key");
    Files.writeString(file, "not a key");

    assertThatThrownBy(() -> SecretKeys.fromFile(file, random))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("jwt.key");
    assertThat(file).hasContent("not a key");
  }

  @Test
  void aShortSecretIsRefusedByItsSettingsName() {
    assertThatThrownBy(() -> SecretKeys.fromText("JWT_SECRET", "changeme"))
        .hasMessageContaining("JWT_SECRET")
        .hasMessageNotContaining("changeme");
  }

  @Test
  void aLongSecretStandsForOneKey() {
    String secret = "0123456789abcdef0123456789abcdef";

    assertThat(SecretKeys.fromText("JWT_SECRET", secret))
        .hasSize(32)
        .isEqualTo(SecretKeys.fromText("JWT_SECRET", secret));
  }
}
