package io.airouter.boot.configuration;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * The LISP side.
 *
 * @param controlPort UDP
 * @param mapCacheTtl how long an ITR may keep a mapping of ours
 * @param sites who may register what
 */
public record LispSettings(int controlPort, Duration mapCacheTtl, List<SiteConfiguration> sites) {
  public LispSettings {
    Objects.requireNonNull(mapCacheTtl);
    sites = List.copyOf(sites);
  }
}
