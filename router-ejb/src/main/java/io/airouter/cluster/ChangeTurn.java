package io.airouter.cluster;

/** Lets one node at a time change what is kept. */
public interface ChangeTurn {
  /** Waits for the transactions of others that change something, and holds later ones up. */
  void take();
}
