package io.airouter.boot.configuration;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A password, key or address with a password in it. It prints as {@code ***}, so that neither a log
 * line nor a record that holds it can give it away.
 */
public record Secret(String reveal) {
  private static final Pattern EXAMPLE =
      Pattern.compile(
          "(?i)change.?me|change.?(in|this)|your.{0,20}(secret|key|password)|default.?(secret|key)"
              + "|example|^(secret|password|test|dev)[0-9]*$|^(?<one>.)\\k<one>*$");

  public Secret {
    if (reveal.isEmpty()) {
      throw new IllegalArgumentException("a secret is not empty");
    }
  }

  /** Whether it is one of the examples people forget to replace. */
  boolean isExample() {
    return EXAMPLE.matcher(reveal).find();
  }

  /** Octets in UTF-8, the length that counts for keys. */
  public int length() {
    return reveal.getBytes(StandardCharsets.UTF_8).length;
  }

  @Override
  public String toString() {
    return "***";
  }
}
