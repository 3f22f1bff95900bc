package io.airouter.sdn;

import io.airouter.lisp.EidPrefix;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * One controller's mapping database as the router reads and writes it. Calls block, each for a
 * bounded time, and one thread at a time makes them.
 */
public interface RemoteMappings extends AutoCloseable {
  /** The EIDs of all rows that were written northbound. */
  SequencedSet<EidPrefix> eids() throws ControllerFailureException;

  /** One row's content; empty where there is none. */
  Optional<MappingRow> row(EidPrefix eid) throws ControllerFailureException;

  /**
   * Creates or replaces a row.
   *
   * @return the HTTP status
   */
  int put(MappingRow row) throws ControllerFailureException;

  /**
   * Deletes a row; one that is not there counts as deleted.
   *
   * @return the HTTP status
   */
  int delete(EidPrefix eid) throws ControllerFailureException;

  /** What xTRs registered there, without the negative rows that its resolver makes up. */
  List<MappingRow> registrations() throws ControllerFailureException;

  /** Finds the root of the interface and reads from it; says in a line what was found. */
  String probe() throws ControllerFailureException;

  @Override
  void close();
}
