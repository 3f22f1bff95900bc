package io.airouter.api;

import java.io.IOException;

/**
 * A stream that ends before its answer does: after its error event, or because the reader has left.
 * Never said to be done; the server ends the chunked coding itself, which a servlet cannot prevent.
 */
final class CutStreamException extends IOException {
  private static final long serialVersionUID = 1L;

  CutStreamException() {
    super("the stream ends before the answer does");
  }
}
