package io.airouter.history;

import java.time.Instant;
import java.util.Optional;

/** Whether PostgreSQL answered lately; the verdict is from memory, taken by a check that runs. */
@FunctionalInterface
public interface DatabaseProbe {
  Verdict verdict();

  /**
   * Up or down, and in words why.
   *
   * @param since when it came to be so, as far as that is known
   */
  record Verdict(boolean up, String detail, Optional<Instant> since) {
    /** A verdict of nobody knows how old. */
    public Verdict(boolean up, String detail) {
      this(up, detail, Optional.empty());
    }

    /** The same, known to be so from that moment on. */
    public Verdict from(Instant start) {
      return new Verdict(up, detail, Optional.of(start));
    }
  }
}
