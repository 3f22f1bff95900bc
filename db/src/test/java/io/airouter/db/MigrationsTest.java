package io.airouter.db;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MigrationsTest {

  @Test
  void aServerBefore14IsRefusedWithWhatToDo() {
    assertThatThrownBy(() -> Migrations.requireSupported(13, "13.4"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "PostgreSQL 13.4 is too old, the router needs 14 or newer;"
                + " set DATABASE_URL to such a server");
  }

  @Test
  void aServerFrom14OnIsTaken() {
    assertThatCode(() -> Migrations.requireSupported(14, "14.0")).doesNotThrowAnyException();
  }
}
