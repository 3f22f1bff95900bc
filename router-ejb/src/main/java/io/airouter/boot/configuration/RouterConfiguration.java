package io.airouter.boot.configuration;

import io.airouter.model.ModelCatalogue;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Everything the operator configured, immutable. The catalogue seeds the database on first start
 * only; the rest holds at each start.
 *
 * @param credentials the secrets that endpoints' credentials name
 * @param warnings for the log: allowed, but probably not meant
 */
public record RouterConfiguration(
    DeploymentSettings deployment,
    ServerSettings server,
    LispSettings lisp,
    DnsSettings dns,
    ModelCatalogue catalogue,
    Map<String, Secret> credentials,
    MonitoringSettings monitoring,
    SecuritySettings security,
    LoggingSettings logging,
    SdnConfiguration sdn,
    AlertSettings alerts,
    List<String> warnings) {
  public RouterConfiguration {
    Objects.requireNonNull(deployment);
    Objects.requireNonNull(server);
    Objects.requireNonNull(lisp);
    Objects.requireNonNull(dns);
    Objects.requireNonNull(catalogue);
    credentials = Map.copyOf(credentials);
    Objects.requireNonNull(monitoring);
    Objects.requireNonNull(security);
    Objects.requireNonNull(logging);
    Objects.requireNonNull(sdn);
    Objects.requireNonNull(alerts);
    warnings = List.copyOf(warnings);
  }
}
