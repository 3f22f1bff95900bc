package io.airouter.southbound;

import io.airouter.sdn.Controller;
import io.airouter.sdn.ControllerName;
import io.airouter.sdn.ControllerState;
import io.airouter.sdn.Controllers;
import io.airouter.sdn.Controllers.Asked;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * All controllers, each with its {@link ControllerWorker}. The node that leads calls {@link #tick}
 * each second; without it the workers rest after {@link #LEASE}, so that two nodes never write.
 *
 * <p>Between threads: ticks come one after another; hints and states from any thread see a map that
 * is never changed but replaced.
 */
public final class ControllerFleet implements AutoCloseable {
  static final Duration LEASE = Duration.ofSeconds(5);

  private final Surroundings surroundings;
  private volatile Map<ControllerName, ControllerWorker> workers = Map.of();
  private volatile Instant leadingUntil = Instant.MIN;
  private volatile boolean closed;

  public ControllerFleet(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** Takes up what operators changed and asked. Talks to the database and to no controller. */
  public synchronized void tick() {
    if (closed) {
      return;
    }
    Controllers store = surroundings.keeping().controllers();
    boolean isNew = !isLeading();
    Map<ControllerName, ControllerState> states = isNew ? store.states() : Map.of();
    Map<ControllerName, ControllerWorker> next = new HashMap<>();
    for (Controller controller : store.all()) {
      boolean works = controller.publish() || controller.imports();
      if (works) {
        next.put(controller.name(), worker(controller, states));
      }
    }
    workers.values().stream().filter(w -> !next.containsValue(w)).forEach(ControllerWorker::close);
    workers = Map.copyOf(next);
    leadingUntil = surroundings.clock().instant().plus(LEASE);
    store.open().forEach(this::handOver);
  }

  private ControllerWorker worker(
      Controller controller, Map<ControllerName, ControllerState> states) {
    Optional<ControllerWorker> old = Optional.ofNullable(workers.get(controller.name()));
    if (old.filter(w -> w.controller().equals(controller)).isPresent()) {
      return old.get();
    }
    ControllerState known =
        states.getOrDefault(
            controller.name(), old.map(ControllerWorker::state).orElse(ControllerState.NEW));
    ControllerWorker worker =
        new ControllerWorker(controller, known, surroundings, this::isLeading);
    worker.start();
    return worker;
  }

  private void handOver(Asked asked) {
    ControllerWorker worker = workers.get(asked.controller());
    if (worker == null) {
      surroundings
          .keeping()
          .controllers()
          .done(asked.request().id(), "idle: it neither publishes nor imports");
    } else {
      worker.ask(asked.request());
    }
  }

  private boolean isLeading() {
    return surroundings.clock().instant().isBefore(leadingUntil);
  }

  /** What is routed has changed. Quick: it may be called by the writer of the live state. */
  public void hint() {
    workers.values().forEach(ControllerWorker::hint);
  }

  /** The controllers this node works on, with their states; empty while another node leads. */
  public Map<ControllerName, ControllerState> states() {
    if (!isLeading()) {
      return Map.of();
    }
    Map<ControllerName, ControllerState> states = new HashMap<>();
    workers.forEach((name, worker) -> states.put(name, worker.state()));
    return Map.copyOf(states);
  }

  @Override
  public synchronized void close() {
    closed = true;
    leadingUntil = Instant.MIN;
    workers.values().forEach(ControllerWorker::close);
    workers = Map.of();
  }
}
