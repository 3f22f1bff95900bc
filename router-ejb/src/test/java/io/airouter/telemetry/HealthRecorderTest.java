package io.airouter.telemetry;

import static io.airouter.history.EndpointStanding.ABSENT;
import static io.airouter.history.EndpointStanding.CRITICAL;
import static io.airouter.history.EndpointStanding.DRAINING;
import static io.airouter.history.EndpointStanding.PASSING;
import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.history.HealthEvent;
import io.airouter.history.HealthEventLog;
import io.airouter.history.HistoryLog;
import io.airouter.model.AdminState;
import io.airouter.model.Endpoint;
import io.airouter.model.Health;
import io.airouter.model.HealthState;
import io.airouter.query.Fleet;
import io.airouter.table.RouteChange.EndpointAdminStateSet;
import io.airouter.table.RouteChange.EndpointHealthChanged;
import io.airouter.table.RouteChange.EndpointWeightSet;
import io.airouter.table.RouteChange.ModelRemoved;
import io.airouter.table.RoutingTable;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class HealthRecorderTest {
  private final RoutingTable table =
      Fleet.table(
          List.of(Fleet.gpt()), List.of(Fleet.endpoint("gpt-4-primary", Fleet.GPT, "127.0.1.1")));
  private final Endpoint endpoint = table.snapshot().catalogue().endpoints().getFirst();
  private final Remembering log = new Remembering();
  private final HealthRecorder recorder =
      new HealthRecorder(table, log, InstantSource.fixed(Fleet.NOON), "here");

  @Test
  void aLineHasABeginningItsTurnsAndAnEnd() {
    recorder.start();
    table.apply(
        new EndpointHealthChanged(
            endpoint.id(), new Health(HealthState.CRITICAL, Fleet.NOON, "refused")));
    table.apply(new EndpointWeightSet(endpoint.id(), 7));
    table.apply(new EndpointAdminStateSet(endpoint.id(), AdminState.DRAINING));
    recorder.close();
    table.apply(new EndpointAdminStateSet(endpoint.id(), AdminState.ACTIVE));

    assertThat(log.events)
        .extracting(HealthEvent::from, HealthEvent::to, HealthEvent::reason)
        .containsExactly(
            Tuple.tuple(ABSENT, PASSING, "the router started"),
            Tuple.tuple(PASSING, CRITICAL, "refused"),
            Tuple.tuple(CRITICAL, DRAINING, "set by an operator"),
            Tuple.tuple(DRAINING, ABSENT, "the router stopped"));
  }

  @Test
  void aModelThatLeavesTakesTheLinesOfItsEndpointsAlong() {
    recorder.start();
    log.events.clear();
    table.apply(new ModelRemoved(Fleet.GPT));

    assertThat(log.events).extracting(HealthEvent::to).containsExactly(ABSENT);
  }

  /** Keeps what it is told. */
  private static final class Remembering implements HealthEventLog {
    final List<HealthEvent> events = new ArrayList<>();

    @Override
    public void append(HealthEvent event) {
      events.add(event);
    }

    @Override
    public HistoryLog.Standing standing() {
      return new HistoryLog.Standing(0, events.size(), 0);
    }
  }
}
