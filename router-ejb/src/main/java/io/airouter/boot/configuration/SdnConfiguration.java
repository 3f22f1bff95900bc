package io.airouter.boot.configuration;

import io.airouter.sdn.Controller;
import io.airouter.sdn.SdnSettings;
import java.util.List;
import java.util.Objects;

/** The SDN controllers of the file, and how all controllers are worked on. */
public record SdnConfiguration(List<Controller> controllers, SdnSettings settings) {
  public SdnConfiguration {
    controllers = List.copyOf(controllers);
    Objects.requireNonNull(settings);
  }
}
