package io.airouter.api;

import java.io.IOException;

/**
 * A stream that ends before its answer does. The connection must be cut, since some clients take a
 * clean end for the end of the answer.
 */
final class CutStreamException extends IOException {
  private static final long serialVersionUID = 1L;

  CutStreamException() {
    super("the stream ends before the answer does");
  }
}
