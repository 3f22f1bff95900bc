package io.airouter.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airouter.sdn.Controller;
import io.airouter.sdn.ControllerLogin;
import io.airouter.sdn.ControllerName;
import io.airouter.sdn.ControllerType;
import jakarta.json.Json;
import java.io.StringReader;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SdnControllerRequestTest {
  private static final ControllerLogin LOGIN = new ControllerLogin("admin", "hush");
  private static final Controller OLD =
      new Controller(
          new ControllerName("odl"),
          ControllerType.OPENDAYLIGHT,
          URI.create("https://odl.example:8443/rests"),
          Optional.of(LOGIN),
          true,
          false,
          Optional.of("pem"),
          Controller.Source.MADE);

  private static Controller changed(String json) {
    var fields = new Fields(Json.createReader(new StringReader(json)).readObject(), 422);
    return new SdnControllerRequest(fields, Optional.of(OLD)).controller(Optional.of(OLD.name()));
  }

  @Test
  void thePasswordStaysWhereTheServerStays() {
    assertThat(changed("{\"url\":\"https://odl.example:8443/other\"}").login()).contains(LOGIN);
    assertThat(changed("{\"publish\":false}").login()).contains(LOGIN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"url\":\"http://odl.example:8443/rests\"}",
        "{\"url\":\"https://evil.example:8443/rests\"}",
        "{\"url\":\"https://odl.example:8444/rests\"}",
        "{\"certificates\":\"\"}",
        "{\"certificates\":null}"
      })
  void itIsAskedForAgainWhereAnotherCouldReadIt(String json) {
    assertThatThrownBy(() -> changed(json))
        .isInstanceOfSatisfying(
            ProblemException.class,
            e -> assertThat(e.problem().detail()).contains("together with username"));
  }
}
