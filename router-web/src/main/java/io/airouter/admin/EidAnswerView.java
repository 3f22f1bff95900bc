package io.airouter.admin;

import io.airouter.admin.MappingRow.LocatorRow;
import io.airouter.api.EidText;
import io.airouter.boundary.EidAnswer;
import io.airouter.boundary.Mappings;
import io.airouter.lisp.MappingRecord;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * "Which entry answers this EID?", as the page tells it.
 *
 * @param asked as it was typed
 * @param problem why it could not be read; empty where it could
 * @param entry the entry that answers; none where the answer is negative
 */
public record EidAnswerView(
    String asked, String problem, Optional<MappingRow> entry, List<ReplyRow> reply) {

  static EidAnswerView of(String typed, Mappings mappings, InstantSource clock) {
    if (typed.isEmpty()) {
      return new EidAnswerView("", "", Optional.empty(), List.of());
    }
    try {
      EidAnswer answer = mappings.answer(EidText.parse(typed));
      return new EidAnswerView(
          answer.asked().toString(),
          "",
          answer.entry().map(view -> MappingRow.of(view, clock.instant())),
          answer.reply().stream().map(ReplyRow::of).toList());
    } catch (IllegalArgumentException e) {
      return new EidAnswerView(typed, e.getMessage(), Optional.empty(), List.of());
    }
  }

  public boolean isAnswered() {
    return !reply.isEmpty();
  }

  public boolean isPositive() {
    return entry.isPresent();
  }

  /** One record of the Map-Reply. */
  public record ReplyRow(String eid, String action, String ttl, List<LocatorRow> locators) {
    static ReplyRow of(MappingRecord reply) {
      return new ReplyRow(
          reply.eid().toString(),
          reply.isNegative()
              ? reply.action().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
              : "",
          Figures.age(Duration.ofMinutes(reply.ttlMinutes())),
          reply.locators().stream().map(LocatorRow::of).toList());
    }
  }
}
