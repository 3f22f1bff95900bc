package io.airouter.alert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Deliveries that are still to be written, the newest state of each; what is too much is forgotten,
 * oldest first. Safe for many threads, and never waits for the database.
 */
public final class DeliveryLog {
  private static final int MAX_WAITING = 1_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<UUID, Delivery> unsaved = new LinkedHashMap<>();

  public void note(Delivery delivery) {
    lock.lock();
    try {
      unsaved.put(delivery.id(), delivery);
      if (unsaved.size() > MAX_WAITING) {
        unsaved.remove(unsaved.keySet().iterator().next());
      }
    } finally {
      lock.unlock();
    }
  }

  /** The newest state of each that is still to be written, oldest first. */
  public List<Delivery> unsaved() {
    lock.lock();
    try {
      return new ArrayList<>(unsaved.values());
    } finally {
      lock.unlock();
    }
  }

  /** Forgets it, unless there is newer to be written of it by now. */
  void saved(Delivery delivery) {
    lock.lock();
    try {
      unsaved.remove(delivery.id(), delivery);
    } finally {
      lock.unlock();
    }
  }
}
