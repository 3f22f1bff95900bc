package io.airouter.webhook;

import io.airouter.alert.Severity;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Who is told of alerts. Its URL may hold a secret, so only {@link #authority} is shown.
 *
 * @param key signs the body where one is set
 * @param least alerts of a lower severity are not told
 * @param timeout of one attempt
 * @param attempts 1..20, the first included
 */
public record Webhook(
    String name,
    URI url,
    Optional<SigningKey> key,
    Severity least,
    Duration timeout,
    int attempts) {
  public static final int MAX_ATTEMPTS = 20;

  public Webhook {
    Objects.requireNonNull(name);
    Objects.requireNonNull(url);
    Objects.requireNonNull(key);
    Objects.requireNonNull(least);
    Objects.requireNonNull(timeout);
    if (attempts < 1 || attempts > MAX_ATTEMPTS) {
      throw new IllegalArgumentException("attempts are 1.." + MAX_ATTEMPTS);
    }
  }

  /** Scheme, host and port. */
  String authority() {
    return url.getScheme() + "://" + url.getRawAuthority();
  }

  @Override
  public String toString() {
    return "Webhook[" + name + ", " + authority() + "]";
  }
}
