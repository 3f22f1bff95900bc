package io.airouter.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

  @Test
  void aPasswordWrittenIntoAJdbcUrlIsTakenOutOfIt() {
    DatabaseUrl url = DatabaseUrl.parse("jdbc:postgresql://bob:s3cret@127.0.0.1:5432/router");

    assertThat(url.jdbc()).isEqualTo("jdbc:postgresql://127.0.0.1:5432/router");
    assertThat(url.user()).isEqualTo("bob");
    assertThat(url.password()).isEqualTo("s3cret");
    assertThat(url.toString()).doesNotContain("s3cret");
  }

  @Test
  void theUsualSpellingBecomesAJdbcUrlAndCredentials() {
    DatabaseUrl url =
        DatabaseUrl.parse("postgresql://ann:p%40ss+1@db.example:5433/router?ssl=true");

    assertThat(url.jdbc()).isEqualTo("jdbc:postgresql://db.example:5433/router?ssl=true");
    assertThat(url.user()).isEqualTo("ann");
    assertThat(url.password()).isEqualTo("p@ss+1");
  }

  @Test
  void portUserAndPasswordMayBeLeftOut() {
    assertThat(DatabaseUrl.parse("postgres://db/router"))
        .isEqualTo(new DatabaseUrl("jdbc:postgresql://db/router", "", ""));
    assertThat(DatabaseUrl.parse("postgres://ann@db/router").password()).isEmpty();
  }

  @Test
  void anIpv6HostKeepsItsBrackets() {
    assertThat(DatabaseUrl.parse("postgresql://[::1]:5432/router").jdbc())
        .isEqualTo("jdbc:postgresql://[::1]:5432/router");
  }

  @Test
  void aJdbcUrlIsTakenAsItStands() {
    String jdbc = "jdbc:postgresql://db:5432/router?user=ann&password=secret";

    assertThat(DatabaseUrl.parse(jdbc).jdbc()).isEqualTo(jdbc);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql://ann:secret@db/router",
        "postgresql://ann:secret@db",
        "postgresql://ann:secret@/router",
        "postgresql://ann:secret @db/router",
        "jdbc:mysql://db/router?password=secret",
        "secret"
      })
  void whatIsNoUrlOfPostgresqlIsRefusedWithoutShowingIt(String text) {
    assertThatThrownBy(() -> DatabaseUrl.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("DATABASE_URL")
        .hasMessageContaining("allowed is")
        .hasNoCause()
        .message()
        .doesNotContain("secret");
  }

  @Test
  void aPasswordIsNeverPrinted() {
    assertThat(DatabaseUrl.parse("postgresql://ann:secret@db/router").toString())
        .doesNotContain("secret");
    assertThat(DatabaseUrl.parse("jdbc:postgresql://db/router?password=secret").toString())
        .doesNotContain("secret");
  }
}
