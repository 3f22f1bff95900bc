package io.airouter.southbound;

import io.airouter.sdn.DesiredMappings;
import io.airouter.sdn.ImportedEndpoints;
import io.airouter.sdn.Keeping;
import io.airouter.sdn.RemoteAccess;
import io.airouter.sdn.SdnSettings;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What the work on controllers needs.
 *
 * @param remote makes the client of a controller
 * @param desired what controllers should hold now
 */
public record Surroundings(
    Keeping keeping,
    RemoteAccess remote,
    Supplier<DesiredMappings> desired,
    ImportedEndpoints endpoints,
    SdnSettings settings,
    InstantSource clock,
    RandomGenerator random) {
  public Surroundings {
    Objects.requireNonNull(keeping);
    Objects.requireNonNull(remote);
    Objects.requireNonNull(desired);
    Objects.requireNonNull(endpoints);
    Objects.requireNonNull(settings);
    Objects.requireNonNull(clock);
    Objects.requireNonNull(random);
  }
}
