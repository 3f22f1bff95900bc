package io.airouter.boot.configuration;

import io.airouter.mapserver.Site;
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
public record LispSettings(int controlPort, Duration mapCacheTtl, List<Site> sites) {
  public LispSettings {
    Objects.requireNonNull(mapCacheTtl);
    sites = List.copyOf(sites);
  }
}
