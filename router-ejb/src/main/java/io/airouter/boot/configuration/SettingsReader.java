package io.airouter.boot.configuration;

import io.airouter.mapserver.Site;
import io.airouter.naming.Zone;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Period;
import java.util.List;

/** Reads how the router runs: every section but what is routed. */
final class SettingsReader {
  private final Section root;
  private final Environment environment;

  SettingsReader(Section root, Reading reading) {
    this.root = root;
    this.environment = reading.environment();
  }

  DeploymentSettings deployment() {
    return new DeploymentSettings(
        environment.find(SettingKeys.ENVIRONMENT).orElse(Mode.DEVELOPMENT),
        environment.find(SettingKeys.DATA).or(SettingKeys.DATA::fallback).orElseThrow(),
        environment.find(SettingKeys.DATABASE_URL),
        environment.find(SettingKeys.REDIS_URL));
  }

  ServerSettings server() {
    Section server = root.section("server");
    if (server.has(SettingKeys.PORT) && server.has(SettingKeys.HTTP_PORT)) {
      server.entry("port").ifPresent(port -> port.refuse("is the same as http_port: give one"));
    }
    int shared = server.find(SettingKeys.PORT).or(SettingKeys.HTTP_PORT::fallback).orElseThrow();
    return new ServerSettings(
        server.get(SettingKeys.HOST),
        server.find(SettingKeys.HTTP_PORT).orElse(shared),
        server.get(SettingKeys.HTTPS_PORT),
        server.get(SettingKeys.DEBUG));
  }

  LispSettings lisp(List<Site> sites) {
    Section lisp = root.section("lisp");
    return new LispSettings(
        lisp.get(SettingKeys.CONTROL_PORT), lisp.get(SettingKeys.MAP_CACHE_TTL), sites);
  }

  DnsSettings dns() {
    Section dns = root.section("dns");
    Zone zone =
        new Zone(
            dns.get(SettingKeys.ZONE_NAME),
            dns.get(SettingKeys.TTL),
            dns.get(SettingKeys.NEGATIVE_TTL));
    return new DnsSettings(dns.get(SettingKeys.DNS_PORT), zone);
  }

  MonitoringSettings monitoring() {
    Section monitoring = root.section("monitoring");
    return new MonitoringSettings(
        monitoring.get(SettingKeys.METRICS_ENABLED),
        Period.ofDays(monitoring.get(SettingKeys.HISTORY_RETENTION_DAYS)),
        Period.ofDays(monitoring.get(SettingKeys.ROLLUP_RETENTION_DAYS)),
        health(monitoring.section("health")));
  }

  private HealthCheckSettings health(Section health) {
    Section dns = root.section("dns");
    Duration interval = dns.get(SettingKeys.HEALTH_CHECK_INTERVAL);
    Duration timeout = dns.get(SettingKeys.SERVICE_TIMEOUT);
    if (timeout.compareTo(interval) >= 0) {
      dns.entry("service_timeout")
          .or(() -> dns.entry("health_check_interval"))
          .ifPresent(entry -> entry.refuse(lateCheck(timeout, interval)));
    }
    return new HealthCheckSettings(
        interval,
        timeout,
        health.get(SettingKeys.HEALTH_RISE),
        health.get(SettingKeys.HEALTH_FALL),
        health.get(SettingKeys.HEALTH_JITTER).doubleValue());
  }

  /** Checks of one endpoint follow one another. */
  private static String lateCheck(Duration timeout, Duration interval) {
    return ("a check may take %s s, begun every %s s, which is not allowed:"
            + " a service_timeout below health_check_interval")
        .formatted(seconds(timeout), seconds(interval));
  }

  private static String seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toMillis(), 3).stripTrailingZeros().toPlainString();
  }

  SecuritySettings security(DeploymentSettings deployment) {
    Section security = root.section("security");
    List<String> origins =
        security.list("cors_origins").stream()
            .flatMap(origin -> origin.value(SettingKeys.CORS_ORIGINS.type()).stream())
            .toList();
    return new SecuritySettings(
        origins,
        security.find(SettingKeys.JWT_SECRET),
        security.find(SettingKeys.REQUIRE_API_KEY).orElse(deployment.isProduction()),
        Duration.ofMinutes(security.get(SettingKeys.TOKEN_LIFETIME_MINUTES)));
  }

  LoggingSettings logging(DeploymentSettings deployment, ServerSettings server) {
    Section logging = root.section("logging");
    return new LoggingSettings(
        logging
            .find(SettingKeys.LOG_LEVEL)
            .orElse(server.debug() ? System.Logger.Level.DEBUG : System.Logger.Level.INFO),
        logging
            .find(SettingKeys.LOG_FORMAT)
            .orElse(deployment.isProduction() ? LogFormat.JSON : LogFormat.TEXT),
        logging.get(SettingKeys.LOG_PROMPTS));
  }
}
