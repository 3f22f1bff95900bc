package io.airouter.boot;

import io.airouter.access.AccessKeys;
import io.airouter.access.AccountStore;
import io.airouter.access.FirstAdministrator;
import io.airouter.access.PasswordSignIn;
import io.airouter.access.SecretBox;
import io.airouter.access.SecretKeys;
import io.airouter.access.Tokens;
import io.airouter.boot.configuration.RouterConfiguration;
import io.airouter.history.HistoryLog;
import io.airouter.history.QueryMeter;
import io.airouter.mapserver.MapServer;
import io.airouter.mapserver.RegistrationStore;
import io.airouter.mapserver.SiteStore;
import io.airouter.nameserver.NameServer;
import io.airouter.nameserver.NameServerSettings;
import io.airouter.query.Admission;
import io.airouter.query.QueryRouter;
import io.airouter.query.RoutingSettings;
import io.airouter.query.Upstream;
import io.airouter.table.RoutingTable;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/**
 * Makes the inner parts of the router, each once: the live state, the engines and the rules around
 * them. {@code Singleton} and not {@code ApplicationScoped}, because the parts are final classes,
 * which no proxy can stand for.
 */
@Dependent
public class Components {
  @Produces
  @Singleton
  InstantSource clock() {
    return Clock.systemUTC();
  }

  /** Draws endpoints and answers; each thread has its own state. */
  @Produces
  @Singleton
  RandomGenerator random() {
    return () -> ThreadLocalRandom.current().nextLong();
  }

  /** Typed, or it would be a second generator where one is asked for. */
  @Produces
  @Singleton
  @Typed(SecureRandom.class)
  SecureRandom secureRandom() {
    return new SecureRandom();
  }

  @Produces
  @Singleton
  RoutingTable table(RouterConfiguration configuration, InstantSource clock) {
    return new RoutingTable(configuration.dns().zone(), configuration.lisp().mapCacheTtl(), clock);
  }

  @Produces
  @Singleton
  QueryMeter meter() {
    return new QueryMeter();
  }

  @Produces
  @Singleton
  QueryRouter router(
      RoutingTable table, Upstream upstream, HistoryLog history, RoutingSettings settings) {
    return new QueryRouter(table, upstream, history, settings);
  }

  @Produces
  @Singleton
  RoutingSettings routingSettings(
      InstantSource clock, RandomGenerator random, Admission admission) {
    return RoutingSettings.defaults(clock, random).with(admission);
  }

  @Produces
  @Singleton
  NameServer nameServer(
      RouterConfiguration configuration,
      RoutingTable table,
      InstantSource clock,
      RandomGenerator random) {
    InetAddress bound = BindAddress.of(configuration);
    // "All addresses" is nowhere to send a query to.
    List<InetAddress> own = bound.isAnyLocalAddress() ? List.of() : List.of(bound);
    long serial = clock.instant().getEpochSecond();
    return new NameServer(table::snapshot, new NameServerSettings(own, serial), random);
  }

  @Produces
  @Singleton
  MapServer mapServer(
      RoutingTable table, SiteStore sites, RegistrationStore registrations, InstantSource clock) {
    return new MapServer(table, sites, registrations, clock);
  }

  @Produces
  @Singleton
  SecretBox secretBox(RouterConfiguration configuration, SecureRandom random) {
    String fromEnvironment = System.getenv().getOrDefault("ROUTER_SECRETS_KEY", "");
    byte[] key =
        fromEnvironment.isEmpty()
            ? SecretKeys.fromFile(keyFile(configuration, "secrets.key"), random)
            : SecretKeys.fromText("ROUTER_SECRETS_KEY", fromEnvironment);
    return new SecretBox(key, random);
  }

  /**
   * Signs with the configured secret; one too short for HS256, which only development lets pass and
   * the configuration warns of, gives way to the key the router made for itself.
   */
  @Produces
  @Singleton
  Tokens tokens(RouterConfiguration configuration, InstantSource clock, SecureRandom random) {
    byte[] key =
        configuration
            .security()
            .jwtSecret()
            .filter(secret -> secret.length() >= SecretKeys.MIN_OCTETS)
            .map(secret -> SecretKeys.fromText("JWT_SECRET", secret.reveal()))
            .orElseGet(() -> SecretKeys.fromFile(keyFile(configuration, "jwt.key"), random));
    return new Tokens(key, configuration.security().tokenLifetime(), clock);
  }

  @Produces
  @Singleton
  AccessKeys accessKeys(InstantSource clock, SecureRandom random) {
    return new AccessKeys(clock, random);
  }

  @Produces
  @Singleton
  FirstAdministrator firstAdministrator(
      RouterConfiguration configuration,
      AccountStore accounts,
      InstantSource clock,
      SecureRandom random) {
    Path data = configuration.deployment().dataDirectory();
    return new FirstAdministrator(accounts, data, clock, random);
  }

  @Produces
  @Singleton
  PasswordSignIn passwordSignIn(
      AccountStore accounts,
      FirstAdministrator administrator,
      InstantSource clock,
      SecureRandom random) {
    return new PasswordSignIn(accounts, administrator, clock, random);
  }

  private static Path keyFile(RouterConfiguration configuration, String name) {
    return configuration.deployment().dataDirectory().resolve("keys").resolve(name);
  }
}
