package io.airouter.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.access.Role;
import io.airouter.access.SignedIn;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageGuardTest {
  private static final Optional<SignedIn> VIEWER =
      Optional.of(new SignedIn("ann", Role.VIEWER, false, "mark"));
  private static final Optional<SignedIn> NEW =
      Optional.of(new SignedIn("admin", Role.ADMIN, true, "mark"));

  @Test
  void strangersAreSentToSignIn() {
    assertThat(PageGuard.elsewhere("/dashboard.xhtml", Optional.empty())).contains("/login.xhtml");
  }

  @Test
  void theSignInPageAndResourcesAreForAll() {
    assertThat(PageGuard.elsewhere("/login.xhtml", Optional.empty())).isEmpty();
    assertThat(PageGuard.elsewhere("/jakarta.faces.resource/a.css.xhtml", Optional.empty()))
        .isEmpty();
  }

  @Test
  void thoseSignedInSeeThePage() {
    assertThat(PageGuard.elsewhere("/dashboard.xhtml", VIEWER)).isEmpty();
  }

  @Test
  void aFirstPasswordIsChangedBeforeAnythingElse() {
    assertThat(PageGuard.elsewhere("/dashboard.xhtml", NEW)).contains("/password.xhtml");
    assertThat(PageGuard.elsewhere("/password.xhtml", NEW)).isEmpty();
  }
}
