package io.airouter.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.access.Role;
import org.junit.jupiter.api.Test;

class RolesTest {
  @Test
  void theConstantsAreTheRolesWords() {
    assertThat(Roles.VIEWER).isEqualTo(Role.VIEWER.word());
    assertThat(Roles.OPERATOR).isEqualTo(Role.OPERATOR.word());
    assertThat(Roles.ADMIN).isEqualTo(Role.ADMIN.word());
  }
}
