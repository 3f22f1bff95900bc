package io.airouter.access;

/**
 * A secret that endpoints are called with, and the name by which they refer to it. The secret shows
 * in no text.
 *
 * @param name 1..100 characters, none of them a control character
 * @param value 1..10,000 characters that may stand in an HTTP header
 */
public record EndpointSecret(String name, String value) {
  private static final int MAX_NAME = 100;
  private static final int MAX_VALUE = 10_000;

  public EndpointSecret {
    if (name.isBlank() || name.length() > MAX_NAME || hasControl(name)) {
      throw new IllegalArgumentException(
          "a credential's name has 1 to " + MAX_NAME + " characters, none a control character");
    }
    if (value.isBlank() || value.length() > MAX_VALUE || hasControl(value)) {
      throw new IllegalArgumentException(
          "a secret has 1 to " + MAX_VALUE + " characters, none a control character");
    }
  }

  private static boolean hasControl(String text) {
    return text.chars().anyMatch(Character::isISOControl);
  }

  @Override
  public String toString() {
    return "EndpointSecret[name=" + name + ", value=***]";
  }
}
