package io.airouter.boot.configuration;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What only the environment says, because it holds before a file is read.
 *
 * @param dataDirectory for all that is kept outside the database
 * @param database where PostgreSQL is; empty for the embedded one
 * @param redis where shared limits are counted; empty for memory
 */
public record DeploymentSettings(
    Mode mode, Path dataDirectory, Optional<Secret> database, Optional<Secret> redis) {
  public DeploymentSettings {
    Objects.requireNonNull(mode);
    Objects.requireNonNull(dataDirectory);
    Objects.requireNonNull(database);
    Objects.requireNonNull(redis);
  }

  public boolean isProduction() {
    return mode == Mode.PRODUCTION;
  }
}
