package io.airouter.southbound;

import io.airouter.sdn.Backoff;
import io.airouter.sdn.Controller;
import io.airouter.sdn.ControllerFailure;
import io.airouter.sdn.ControllerFailure.Kind;
import io.airouter.sdn.ControllerFailureException;
import io.airouter.sdn.ControllerState;
import io.airouter.sdn.ControllerState.Reached;
import io.airouter.sdn.Controllers;
import io.airouter.sdn.Controllers.Request;
import io.airouter.sdn.PublishRequest;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * The thread that keeps one controller up to date, so that one that hangs slows nothing else.
 *
 * <p>Between threads: {@code hint} and {@code ask} only note what is wanted and wake it. Hints that
 * come while it works or within {@link #COALESCED} lead to one round. While the node does not lead,
 * it does nothing and forgets what it knew.
 */
final class ControllerWorker implements AutoCloseable {
  /** Changes come in bursts: a model's endpoints fail one after the other. */
  static final Duration COALESCED = Duration.ofMillis(200);

  private static final Logger LOG = System.getLogger(ControllerWorker.class.getName());
  private static final Duration NEXT_LOOK = Duration.ofSeconds(1);

  private final Controller controller;
  private final Surroundings surroundings;
  private final BooleanSupplier leading;
  private final ControllerCycle cycle;
  private final ReentrantLock lock = new ReentrantLock();
  private final Semaphore bell = new Semaphore(0);
  private final Deque<Request> requests = new ArrayDeque<>();
  private final Set<String> taken = new HashSet<>();
  private volatile boolean hinted;
  private Instant due = Instant.MIN;
  private Backoff backoff = Backoff.NONE;
  private volatile boolean closed;
  private volatile ControllerState state;

  ControllerWorker(
      Controller controller,
      ControllerState known,
      Surroundings surroundings,
      BooleanSupplier leading) {
    this.controller = controller;
    this.state = known;
    this.surroundings = surroundings;
    this.leading = leading;
    this.cycle = new ControllerCycle(controller, surroundings);
  }

  void start() {
    Thread.ofVirtual().name("sdn-" + controller.name()).start(this::work);
  }

  Controller controller() {
    return controller;
  }

  ControllerState state() {
    return state;
  }

  /** Something changed that may concern it. */
  void hint() {
    hinted = true;
    bell.release();
  }

  /** An operator asks; the same request may be handed over many times. */
  void ask(Request request) {
    locked(
        () -> {
          if (taken.add(request.id())) {
            requests.add(request);
          }
        });
  }

  private void locked(Runnable change) {
    lock.lock();
    try {
      change.run();
    } finally {
      lock.unlock();
    }
    bell.release();
  }

  private void work() {
    while (!closed) {
      try {
        Optional<PublishRequest> next = nextRound();
        if (next.isPresent()) {
          round(next.get());
        } else if (bell.tryAcquire(NEXT_LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
          Thread.sleep(COALESCED);
          bell.drainPermits();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "SDN controller " + controller.name() + ": no outcome kept", e);
      }
    }
  }

  /** What is to be done now; empty where there is nothing, or this node does not lead. */
  private Optional<PublishRequest> nextRound() {
    lock.lock();
    try {
      Instant now = surroundings.clock().instant();
      if (!leading.getAsBoolean()) {
        cycle.forget();
        requests.clear();
        taken.clear();
        return Optional.empty();
      }
      // They may have waited behind a controller that hung.
      requests.removeIf(request -> !now.isBefore(request.at().plus(Controllers.LAPSES)));
      if (!requests.isEmpty()) {
        Request request = requests.remove();
        return Optional.of(
            new PublishRequest(request.id(), request.actor(), true, request.acceptedDeletions()));
      }
      boolean isDue = hinted || !now.isBefore(due);
      return isDue && backoff.allows(now)
          ? Optional.of(PublishRequest.byRouter("router-" + Long.toHexString(draw())))
          : Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  private long draw() {
    return surroundings.random().nextLong();
  }

  private void round(PublishRequest request) {
    hinted = false;
    try {
      Reached reached = cycle.run(request);
      Instant now = surroundings.clock().instant();
      backoff = Backoff.NONE;
      due = now.plus(surroundings.settings().interval());
      keep(state.reached(reached, now, due));
    } catch (ControllerFailureException e) {
      retry(e.failure());
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "SDN controller " + controller.name() + ": a round broke off", e);
      retry(ControllerFailure.of(Kind.INTERNAL, "the router failed; its log tells how"));
    }
    if (request.isPush()) {
      surroundings.keeping().controllers().done(request.id(), outcome());
    }
  }

  private void retry(ControllerFailure failure) {
    Instant now = surroundings.clock().instant();
    backoff =
        failure.isFinal()
            ? backoff.parked(now)
            : backoff.failed(now, surroundings.random(), failure.retryAfter());
    due = backoff.notBefore();
    if (backoff.failures() == 1) {
      LOG.log(Level.WARNING, "SDN controller {0}: {1}", controller.name(), failure.reason());
    }
    keep(state.failed(failure, now, backoff));
  }

  /** The page of another node shows it too; a database that is away is told by its own plane. */
  private void keep(ControllerState next) {
    if (closed) {
      return;
    }
    state = next;
    try {
      surroundings.keeping().controllers().save(controller.name(), next);
    } catch (RuntimeException e) {
      LOG.log(Level.DEBUG, "the state of a controller was not kept", e);
    }
  }

  private String outcome() {
    String reason = state.reason().isEmpty() ? "" : ": " + state.reason();
    return state.condition().word() + reason;
  }

  @Override
  public void close() {
    closed = true;
    locked(() -> {});
    cycle.close();
  }
}
