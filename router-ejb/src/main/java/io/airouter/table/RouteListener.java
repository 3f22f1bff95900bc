package io.airouter.table;

/**
 * Hears of each change after it took effect, in order, on the writer's thread: it must be quick and
 * hand longer work to a thread of its own.
 */
@FunctionalInterface
public interface RouteListener {
  void changed(RouteChange change, Snapshot before, Snapshot after);
}
