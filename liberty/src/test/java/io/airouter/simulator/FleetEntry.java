package io.airouter.simulator;

import java.util.Objects;

/**
 * One endpoint of the fleet: which model it serves, in which dialect, and on which loopback address
 * it wants to listen.
 *
 * @param id the endpoint's id, as in the control server's paths
 * @param model the model it serves
 * @param dialect what it speaks
 * @param address a literal address in 127.0.0.0/8, so that DNS answers of different endpoints
 *     differ
 */
public record FleetEntry(String id, String model, DialectName dialect, String address) {

  public FleetEntry {
    Objects.requireNonNull(dialect);
    if (id.isBlank() || model.isBlank()) {
      throw new IllegalArgumentException("an endpoint needs an id and a model");
    }
    if (!address.startsWith("127.")) {
      throw new IllegalArgumentException("not a loopback address: " + address);
    }
  }
}
