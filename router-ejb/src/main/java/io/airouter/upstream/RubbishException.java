package io.airouter.upstream;

import java.io.IOException;

/** An answer that does not follow its dialect: no JSON, no choices, or beyond all measure. */
final class RubbishException extends IOException {
  private static final long serialVersionUID = 1L;

  RubbishException(String message) {
    super(message);
  }

  RubbishException(String message, Throwable cause) {
    super(message, cause);
  }
}
