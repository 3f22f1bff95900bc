package io.airouter.server;

import io.airouter.simulator.Behaviour;
import io.airouter.simulator.EndpointState;
import io.airouter.simulator.Fleet;
import io.airouter.simulator.FleetEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;

/** Endpoints that misbehave until this is closed; then all serve again. */
final class Trouble implements AutoCloseable {
  static final Duration PATIENCE = Duration.ofSeconds(60);

  /** Passes its health checks and fails each call. */
  static final Behaviour FAILING = new Behaviour(EndpointState.OK, 0, 0, 1.0, 503, 0, 0);

  static final Behaviour REFUSING = Behaviour.HEALTHY.in(EndpointState.REFUSE);

  private final RunningServer server;
  private final List<FleetEntry> troubled;

  private Trouble(RunningServer server, List<FleetEntry> troubled) {
    this.server = server;
    this.troubled = troubled;
  }

  static Trouble with(RunningServer server, Behaviour behaviour, String... endpoints) {
    Set<String> ids = Set.of(endpoints);
    List<FleetEntry> troubled =
        Fleet.SEED.entries().stream().filter(entry -> ids.contains(entry.id())).toList();
    return new Trouble(server, troubled).behave(behaviour);
  }

  static Trouble everywhere(RunningServer server, Behaviour behaviour) {
    return new Trouble(server, Fleet.SEED.entries()).behave(behaviour);
  }

  private Trouble behave(Behaviour behaviour) {
    try {
      for (FleetEntry entry : troubled) {
        server.simulator().behave(entry.id(), behaviour);
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the router has seen that none of them serves. */
  Trouble seen() {
    return await(false);
  }

  private Trouble await(boolean serving) {
    Api api = Api.of(server);
    for (FleetEntry entry : troubled) {
      Awaitility.await(entry.id() + " serving: " + serving)
          .atMost(PATIENCE)
          .until(() -> api.isServing(entry.model(), entry.id()) == serving);
    }
    return this;
  }

  @Override
  public void close() {
    behave(Behaviour.HEALTHY);
    await(true);
  }
}
