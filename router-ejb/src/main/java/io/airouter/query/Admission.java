package io.airouter.query;

import io.airouter.model.Model;
import io.airouter.table.ModelLoad;
import java.time.Instant;

/**
 * Whether a model's limit of requests a minute admits one more; who is admitted is counted. Called
 * on the data path: it waits for nothing, or for a bounded moment, and never fails.
 */
@FunctionalInterface
public interface Admission {
  /** Counts what this node admits, and nothing else. */
  Admission LOCAL = (model, load, now) -> load.admit(model.limits().requestsPerMinute(), now);

  /**
   * @param load this node's count of the model
   */
  boolean admits(Model model, ModelLoad load, Instant now);
}
