package io.airouter.api;

import io.airouter.sdn.Certificates;
import io.airouter.sdn.Controller;
import io.airouter.sdn.ControllerLogin;
import io.airouter.sdn.ControllerName;
import io.airouter.sdn.ControllerType;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/**
 * A controller as a caller describes it. A password that is left out of a change stays as it was,
 * unless the controller is somewhere else now, or is trusted by another certificate: whoever may
 * change an address must not learn the password by that.
 *
 * @param old the controller before the change; empty for a new one
 */
record SdnControllerRequest(Fields fields, Optional<Controller> old) {

  Controller controller(Optional<ControllerName> name) {
    URI url =
        read("url", Controller::url)
            .or(() -> old.map(Controller::url))
            .orElseThrow(() -> missing("url", "http(s)://host[:port][/path]"));
    return new Controller(
        name.or(() -> read("name", ControllerName::new))
            .orElseThrow(() -> missing("name", ControllerName.ALLOWED)),
        read("type", ControllerType::ofWord)
            .or(() -> old.map(Controller::type))
            .orElseThrow(() -> missing("type", "one of " + ControllerType.words())),
        url,
        login(url),
        flag("publish", old.map(Controller::publish).orElse(true)),
        flag("import", old.map(Controller::imports).orElse(false)),
        trust(),
        Controller.Source.MADE);
  }

  private Optional<ControllerLogin> login(URI url) {
    Optional<ControllerLogin> before = old.flatMap(Controller::login);
    Optional<String> username =
        has("username")
            ? fields.text("username").filter(t -> !t.isBlank())
            : before.map(ControllerLogin::username);
    Optional<String> kept =
        old.filter(o -> isSameServer(o.url(), url) && !has("certificates"))
            .flatMap(o -> before)
            .filter(b -> username.equals(Optional.of(b.username())))
            .map(ControllerLogin::password);
    Optional<String> password = fields.text("password").filter(t -> !t.isEmpty()).or(() -> kept);
    if (username.isPresent() != password.isPresent()) {
      throw missing("password", "given together with username");
    }
    return username.map(name -> login(name, password.orElseThrow()));
  }

  private static boolean isSameServer(URI before, URI now) {
    return before.getScheme().equals(now.getScheme())
        && before.getRawAuthority().equals(now.getRawAuthority());
  }

  private ControllerLogin login(String username, String password) {
    try {
      return new ControllerLogin(username, password);
    } catch (IllegalArgumentException e) {
      throw wrong("username", e);
    }
  }

  private Optional<String> trust() {
    if (!has("certificates")) {
      return old.flatMap(Controller::trust);
    }
    return read(
        "certificates",
        pem -> {
          return Certificates.read(pem).isEmpty() ? "" : pem;
        });
  }

  private boolean has(String name) {
    return fields.object().containsKey(name);
  }

  private boolean flag(String name, boolean otherwise) {
    boolean isGiven = has(name) && !fields.object().get(name).equals(JsonValue.NULL);
    return isGiven ? fields.flag(name) : otherwise;
  }

  private <T> Optional<T> read(String name, Function<String, T> parser) {
    try {
      return fields.text(name).filter(text -> !text.isBlank()).map(parser);
    } catch (IllegalArgumentException e) {
      throw wrong(name, e);
    }
  }

  private ProblemException missing(String name, String expected) {
    return fields.wrong(name, expected);
  }

  private static ProblemException wrong(String name, IllegalArgumentException cause) {
    return Problem.of(Problem.UNPROCESSABLE, "invalid_field", cause.getMessage() + ".")
        .inField(name)
        .asException();
  }
}
