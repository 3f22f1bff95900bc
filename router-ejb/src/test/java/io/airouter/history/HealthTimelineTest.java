package io.airouter.history;

import static io.airouter.history.EndpointStanding.ABSENT;
import static io.airouter.history.EndpointStanding.CRITICAL;
import static io.airouter.history.EndpointStanding.MAINTENANCE;
import static io.airouter.history.EndpointStanding.PASSING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.airouter.history.HealthTimeline.Spell;
import io.airouter.model.EndpointId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HealthTimelineTest {
  private static final EndpointId ENDPOINT = new EndpointId("gpt-4-primary");
  private static final Instant START = Instant.parse("2026-11-02T12:00:00Z");
  private static final Instant END = START.plus(Duration.ofHours(1));

  @Test
  void theSpellsFillThePeriodWithoutGaps() {
    HealthTimeline timeline =
        timeline(
            Optional.of(event(-10, ABSENT, PASSING, "here")),
            List.of(event(40, CRITICAL, PASSING, "here"), event(30, PASSING, CRITICAL, "here")));

    assertThat(timeline.spells())
        .extracting(Spell::standing)
        .containsExactly(PASSING, CRITICAL, PASSING);
    assertThat(timeline.spells().getFirst().from()).isEqualTo(START);
    assertThat(timeline.spells().getLast().to()).isEqualTo(END);
    assertThat(timeline.availability().orElseThrow()).isCloseTo(50.0 / 60, within(1e-9));
  }

  @Test
  void withoutAnEarlierEventTheFirstOneTellsWhatWasBefore() {
    HealthTimeline timeline =
        timeline(Optional.empty(), List.of(event(15, CRITICAL, PASSING, "here")));

    assertThat(timeline.spells()).extracting(Spell::standing).containsExactly(CRITICAL, PASSING);
  }

  @Test
  void whatAnotherNodeSawIsToldButNotDrawn() {
    HealthTimeline timeline =
        timeline(
            Optional.of(event(-1, ABSENT, PASSING, "here")),
            List.of(event(15, PASSING, CRITICAL, "there")));

    assertThat(timeline.spells()).extracting(Spell::standing).containsExactly(PASSING);
    assertThat(timeline.events()).hasSize(1);
  }

  @Test
  void maintenanceAndAbsenceCountNeitherWay() {
    HealthTimeline timeline =
        timeline(
            Optional.of(event(-1, PASSING, MAINTENANCE, "here")),
            List.of(event(30, MAINTENANCE, PASSING, "here")));

    assertThat(timeline.availability()).contains(1.0);
    assertThat(timeline(Optional.empty(), List.of()).availability()).isEmpty();
  }

  private static HealthTimeline timeline(Optional<HealthEvent> before, List<HealthEvent> events) {
    return HealthTimeline.of(
        new HealthTimeline.Period(ENDPOINT, START, END), before, events, "here");
  }

  private static HealthEvent event(
      int minute, EndpointStanding from, EndpointStanding to, String node) {
    return new HealthEvent(
        ENDPOINT, START.plus(Duration.ofMinutes(minute)), from, to, "HTTP", node);
  }
}
