package io.airouter.history;

/** Whether PostgreSQL answered lately; the verdict is from memory, taken by a check that runs. */
@FunctionalInterface
public interface DatabaseProbe {
  Verdict verdict();

  /** Up or down, and in words why. */
  record Verdict(boolean up, String detail) {}
}
