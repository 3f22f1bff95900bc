package io.airouter.simulator;

import java.time.InstantSource;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Who answers in a dialect.
 *
 * @param entry the endpoint
 * @param clock the time written into answers
 * @param serial numbers its answers, so that ids are unique and repeatable
 */
record Speaker(FleetEntry entry, InstantSource clock, LongSupplier serial) {

  long unixSeconds() {
    return clock.instant().getEpochSecond();
  }

  String newId(String prefix) {
    return prefix + entry.id().replace('.', '-') + '-' + Long.toHexString(serial.getAsLong());
  }

  Completion complete(Prompt prompt, int maxTokens, List<String> stops) {
    return Completion.of(Answers.to(prompt.question(), entry), maxTokens, stops);
  }
}
