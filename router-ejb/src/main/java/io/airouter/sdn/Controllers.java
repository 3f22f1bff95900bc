package io.airouter.sdn;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where controllers, their state and what operators ask of them are kept. Passwords are sealed
 * there. Each call is durable when it returns and runs in the caller's transaction where there is
 * one.
 */
public interface Controllers {
  /** The age from which on nobody carries a request out. */
  Duration LAPSES = Duration.ofMinutes(2);

  /** Sorted by name. */
  List<Controller> all();

  void save(Controller controller);

  /** Forgets it with all that is kept of it but the audit. */
  void remove(ControllerName name);

  /** The states that were kept last, by name. */
  Map<ControllerName, ControllerState> states();

  void save(ControllerName name, ControllerState state);

  /** The newest change of what is routed; a change that is durable counts from its commit on. */
  long generation();

  /** Asks the node that works on controllers to push, or to import. */
  void ask(ControllerName name, Request request);

  /**
   * What was asked lately and not done yet, the oldest first. What is older than {@link #LAPSES} is
   * closed: whoever asked saw another state than there is now.
   */
  List<Asked> open();

  /** It was done, with that outcome. */
  void done(String requestId, String outcome);

  /** The outcome of what was asked; empty until it is done. */
  Optional<String> outcome(String requestId);

  List<ImportedLocation> imported(ControllerName name);

  void saveImported(ControllerName name, List<ImportedLocation> imported);

  /** What an operator asks for. */
  record Request(String id, String actor, Instant at, int acceptedDeletions) {}

  /** A request and the controller that it is about. */
  record Asked(ControllerName controller, Request request) {}
}
