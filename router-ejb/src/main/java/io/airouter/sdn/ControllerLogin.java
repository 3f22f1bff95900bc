package io.airouter.sdn;

/**
 * Name and password for a controller's Basic authentication (RFC 7617). It prints without the
 * password, so that neither a log line nor a record that holds it can give it away.
 */
public record ControllerLogin(String username, String password) {
  public ControllerLogin {
    if (username.isBlank() || username.indexOf(':') >= 0) {
      throw new IllegalArgumentException("a user name is not blank and has no ':'");
    }
    if ((username + password).chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("user name and password have no control characters");
    }
  }

  @Override
  public String toString() {
    return username + ":***";
  }
}
