package io.airouter.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;

/** What a request shows to prove who sends it: nothing, an API key or a JWT. */
sealed interface Credentials {

  /** Nothing at all. */
  record None() implements Credentials {}

  /** An API key, by {@code Authorization: Bearer} or {@code x-api-key}. */
  record Key(String secret) implements Credentials {
    @Override
    public String toString() {
      return "Key[…]";
    }
  }

  /** A bearer token (RFC 6750) in the compact form of a JWT. */
  record Token(String jwt) implements Credentials {
    @Override
    public String toString() {
      return "Token[…]";
    }
  }

  /** Tells them apart by their shape: a JWT has two dots, a key has none. */
  static Credentials of(HttpServletRequest request) {
    return bearer(request.getHeader("Authorization"))
        .or(() -> Optional.ofNullable(request.getHeader("x-api-key")).map(String::strip))
        .filter(text -> !text.isEmpty())
        .<Credentials>map(
            text ->
                text.chars().filter(c -> c == '.').count() == 2 ? new Token(text) : new Key(text))
        .orElseGet(None::new);
  }

  private static Optional<String> bearer(String header) {
    boolean bearer = header != null && header.toLowerCase(Locale.ROOT).startsWith("bearer ");
    return bearer ? Optional.of(header.substring("bearer ".length()).strip()) : Optional.empty();
  }
}
