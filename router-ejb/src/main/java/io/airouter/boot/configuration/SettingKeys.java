package io.airouter.boot.configuration;

import io.airouter.dns.DomainName;
import io.airouter.naming.Zone;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keys of how the router runs: addresses, times, access, logs. */
final class SettingKeys {
  private static final int YEAR_SECONDS = 31_536_000;
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  static final Key<String> HOST =
      Key.of("server.host", Values.HOST, "127.0.0.1").orVariable("ROUTER_BIND");
  static final Key<Integer> PORT =
      Key.optional("server.port", ValueType.PORT, "none, another word for http_port");
  static final Key<Integer> HTTP_PORT =
      Key.of("server.http_port", ValueType.PORT, "9080").orVariable("ROUTER_HTTP_PORT");
  static final Key<Integer> HTTPS_PORT =
      Key.of("server.https_port", ValueType.PORT, "9443").orVariable("ROUTER_HTTPS_PORT");
  static final Key<Boolean> DEBUG = Key.of("server.debug", ValueType.TRUTH, "false");

  static final Key<Integer> CONTROL_PORT =
      Key.of("lisp.control_port", ValueType.PORT, "4342").orVariable("ROUTER_LISP_PORT");
  static final Key<Duration> MAP_CACHE_TTL =
      Key.of("lisp.map_cache_ttl", wholeSeconds(60, YEAR_SECONDS), "60");

  static final Key<Integer> DNS_PORT =
      Key.of("dns.port", ValueType.PORT, "8053").orVariable("ROUTER_DNS_PORT");
  static final Key<DomainName> ZONE_NAME =
      Key.of(
              "dns.zone_name",
              ValueType.text("a domain name", DomainName::parse)
                  .where(name -> !name.isRoot() && name.wireLength() <= Zone.MAX_APEX_OCTETS),
              "ai-workload.internal")
          .orVariable("ROUTER_DNS_ZONE");
  static final Key<Integer> TTL =
      Key.of("dns.ttl", ValueType.whole(0, 86_400), "" + Zone.DEFAULT_TTL_SECONDS);
  static final Key<Integer> NEGATIVE_TTL =
      Key.of(
          "dns.negative_ttl", ValueType.whole(0, 86_400), "" + Zone.DEFAULT_NEGATIVE_TTL_SECONDS);
  static final Key<Duration> HEALTH_CHECK_INTERVAL =
      Key.of("dns.health_check_interval", seconds("0.1", "3600"), "2");
  static final Key<Duration> SERVICE_TIMEOUT =
      Key.of("dns.service_timeout", seconds("0.1", "300"), "1");

  static final Key<Boolean> METRICS_ENABLED =
      Key.of("monitoring.metrics_enabled", ValueType.TRUTH, "true");
  static final Key<Integer> HISTORY_RETENTION_DAYS =
      Key.of("monitoring.history_retention_days", ValueType.whole(1, 3650), "30");
  static final Key<Integer> ROLLUP_RETENTION_DAYS =
      Key.of("monitoring.rollup_retention_days", ValueType.whole(1, 3650), "400");
  static final Key<Integer> HEALTH_RISE =
      Key.of("monitoring.health.rise", ValueType.whole(1, 100), "2");
  static final Key<Integer> HEALTH_FALL =
      Key.of("monitoring.health.fall", ValueType.whole(1, 100), "3");
  static final Key<BigDecimal> HEALTH_JITTER =
      Key.of("monitoring.health.jitter", ValueType.number("0", "0.5"), "0.1");

  static final Key<String> CORS_ORIGINS =
      Key.optional("security.cors_origins[]", Values.ORIGIN, "none");
  static final Key<Secret> JWT_SECRET =
      Key.optional("security.jwt_secret", ValueType.SECRET, "made on first start and kept")
          .orVariable("JWT_SECRET");
  static final Key<Boolean> REQUIRE_API_KEY =
      Key.optional("security.require_api_key", ValueType.TRUTH, "false, in production true");
  static final Key<Integer> TOKEN_LIFETIME_MINUTES =
      Key.of("security.token_lifetime_minutes", ValueType.whole(1, 43_200), "60");

  static final Key<Level> LOG_LEVEL =
      Key.optional("logging.level", ValueType.oneOf(levels()), "info, with server.debug debug")
          .orVariable("ROUTER_LOG_LEVEL");
  static final Key<LogFormat> LOG_FORMAT =
      Key.optional("logging.format", ValueType.wordOf(LogFormat.class), "text, in production json")
          .orVariable("ROUTER_LOG_FORMAT");
  static final Key<Boolean> LOG_PROMPTS = Key.of("logging.prompts", ValueType.TRUTH, "false");

  static final Key<Mode> ENVIRONMENT =
      Key.of("", ValueType.wordOf(Mode.class), "development").orVariable("ENVIRONMENT");
  static final Key<Path> DATA =
      Key.of("", ValueType.text("a folder", Path::of), "data").orVariable("ROUTER_DATA");
  static final Key<Path> CONFIG =
      Key.optional("", ValueType.text("a file", Path::of), "router.yaml of the server package")
          .orVariable("ROUTER_CONFIG");
  static final Key<Secret> DATABASE_URL =
      Key.optional("", Values.DATABASE_URL, "embedded PostgreSQL under ROUTER_DATA")
          .orVariable("DATABASE_URL");
  static final Key<Secret> REDIS_URL =
      Key.optional("", Values.REDIS_URL, "in memory").orVariable("REDIS_URL");

  static final List<Key<?>> ALL =
      List.of(
          HOST,
          PORT,
          HTTP_PORT,
          HTTPS_PORT,
          DEBUG,
          CONTROL_PORT,
          MAP_CACHE_TTL,
          DNS_PORT,
          ZONE_NAME,
          TTL,
          NEGATIVE_TTL,
          HEALTH_CHECK_INTERVAL,
          SERVICE_TIMEOUT,
          METRICS_ENABLED,
          HISTORY_RETENTION_DAYS,
          ROLLUP_RETENTION_DAYS,
          HEALTH_RISE,
          HEALTH_FALL,
          HEALTH_JITTER,
          CORS_ORIGINS,
          JWT_SECRET,
          REQUIRE_API_KEY,
          TOKEN_LIFETIME_MINUTES,
          LOG_LEVEL,
          LOG_FORMAT,
          LOG_PROMPTS,
          ENVIRONMENT,
          DATA,
          CONFIG,
          DATABASE_URL,
          REDIS_URL);

  private SettingKeys() {}

  private static ValueType<Duration> wholeSeconds(int least, int most) {
    ValueType<Integer> whole = ValueType.whole(least, most);
    return whole.map(Duration::ofSeconds).allowing(whole.allowed() + " seconds");
  }

  static ValueType<Duration> seconds(String least, String most) {
    ValueType<BigDecimal> number = ValueType.number(least, most);
    return number
        .map(value -> Duration.ofMillis(value.multiply(THOUSAND).longValue()))
        .allowing(number.allowed() + " seconds");
  }

  private static Map<String, Level> levels() {
    Map<String, Level> levels = new LinkedHashMap<>();
    levels.put("trace", Level.TRACE);
    levels.put("debug", Level.DEBUG);
    levels.put("info", Level.INFO);
    levels.put("warning", Level.WARNING);
    levels.put("error", Level.ERROR);
    return levels;
  }
}
