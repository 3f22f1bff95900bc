package io.airouter.mapserver;

import io.airouter.dns.DomainName;
import io.airouter.lisp.Authentication;
import io.airouter.lisp.AuthenticationAlgorithm;
import io.airouter.lisp.EidPrefix;
import io.airouter.lisp.LispAddress;
import io.airouter.lisp.Locator;
import io.airouter.lisp.MapRegister;
import io.airouter.lisp.MappingRecord;
import io.airouter.lisp.NegativeAction;
import io.airouter.lisp.Octets;
import io.airouter.lisp.XtrIdentity;
import io.airouter.model.Dialect;
import io.airouter.model.Health;
import io.airouter.model.HealthState;
import io.airouter.model.Model;
import io.airouter.model.ModelCatalogue;
import io.airouter.model.ModelId;
import io.airouter.model.ModelLimits;
import io.airouter.model.Price;
import io.airouter.model.RegistrationDefaults;
import io.airouter.model.ScoringWeights;
import io.airouter.naming.Zone;
import io.airouter.table.RouteChange.CatalogueLoaded;
import io.airouter.table.RouteChange.EndpointHealthChanged;
import io.airouter.table.RoutingTable;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A router with one model, two sites, a clock that is set by hand, and packets for it. */
public final class LispWorld implements InstantSource {
  public static final EidPrefix GPT_4 = EidPrefix.parse("10.100.0.1/32");
  public static final EidPrefix GPT_4_NAME = EidPrefix.parse("name:model/gpt-4");
  public static final SiteKey KEY = key("of the models");
  public static final SiteKey OTHER_KEY = key("of the office");
  public static final Site MODELS =
      new Site(
          "models",
          List.of(EidPrefix.parse("10.100.0.0/16"), EidPrefix.parse("name:model/*")),
          true,
          List.of(KEY),
          ReplayMode.WINDOW,
          NotifyPort.SOURCE);
  public static final Site OFFICE =
      new Site(
          "office",
          List.of(EidPrefix.parse("10.7.0.0/16")),
          false,
          List.of(OTHER_KEY),
          ReplayMode.STRICT,
          NotifyPort.LISP_CONTROL);

  private final RegistrationsInMemory registrations;
  private final RoutingTable table =
      new RoutingTable(Zone.of(DomainName.parse("test.internal")), this);
  private final MapServer mapServer;
  private Instant now;

  public LispWorld() {
    this(new RegistrationsInMemory(), Instant.parse("2026-11-01T12:00:00Z"));
  }

  private LispWorld(RegistrationsInMemory registrations, Instant now) {
    this.registrations = registrations;
    this.now = now;
    this.mapServer = new MapServer(table, new SitesInMemory(MODELS, OFFICE), registrations, this);
    table.apply(
        new CatalogueLoaded(
            new ModelCatalogue(List.of(model()), List.of(), List.of(), ScoringWeights.DEFAULT)));
    mapServer.start();
  }

  /** The router starts anew on what it kept. */
  public LispWorld restarted() {
    return new LispWorld(registrations, instant());
  }

  public RegistrationsInMemory registrations() {
    return registrations;
  }

  public RoutingTable table() {
    return table;
  }

  public MapServer mapServer() {
    return mapServer;
  }

  public long count(Tally tally) {
    return mapServer.counters().get(tally.word());
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  /** Lets time pass. */
  public void pass(Duration time) {
    synchronized (this) {
      now = now.plus(time);
    }
    mapServer.expire();
  }

  /** The health checks find all endpoints well. */
  public void passHealthChecks() {
    Health passing = new Health(HealthState.PASSING, instant(), "answers");
    table
        .snapshot()
        .catalogue()
        .endpoints()
        .forEach(endpoint -> table.apply(new EndpointHealthChanged(endpoint.id(), passing)));
  }

  public List<String> rlocs(EidPrefix eid) {
    return table.snapshot().mappings().exact(eid).stream()
        .flatMap(mapping -> mapping.locators().stream())
        .map(locator -> locator.rloc().toString())
        .toList();
  }

  public static MapRegister register(long nonce, SiteKey key, MappingRecord... records) {
    return flagged(MapRegister.Flags.PROXY_AND_NOTIFY, nonce, key, records);
  }

  public static MapRegister flagged(
      MapRegister.Flags flags, long nonce, SiteKey key, MappingRecord... records) {
    return new MapRegister(
        flags,
        nonce,
        Authentication.unsigned(key.id(), key.algorithm()),
        List.of(records),
        Optional.empty());
  }

  /** The same, sent by the xTR of that number. */
  public static MapRegister ofXtr(int xtr, MapRegister register) {
    byte[] xtrId = new byte[XtrIdentity.XTR_ID_LENGTH];
    xtrId[0] = (byte) xtr;
    return new MapRegister(
        register.flags(),
        register.nonce(),
        register.authentication(),
        register.records(),
        Optional.of(new XtrIdentity(Octets.of(xtrId), Octets.zeros(XtrIdentity.SITE_ID_LENGTH))));
  }

  public static MappingRecord record(EidPrefix eid, String... rlocs) {
    return record(10, eid, rlocs);
  }

  public static MappingRecord record(long ttlMinutes, EidPrefix eid, String... rlocs) {
    List<Locator> locators =
        Stream.of(rlocs).map(rloc -> Locator.unicast(1, 50, LispAddress.parse(rloc))).toList();
    return new MappingRecord(ttlMinutes, eid, NegativeAction.NO_ACTION, true, 0, locators);
  }

  private static SiteKey key(String secret) {
    return new SiteKey(
        1,
        AuthenticationAlgorithm.HMAC_SHA_256_128,
        Octets.of(secret.getBytes(StandardCharsets.US_ASCII)));
  }

  private static Model model() {
    return new Model(
        new ModelId("gpt-4"),
        "GPT-4",
        Dialect.OPENAI,
        "gpt-4",
        8192,
        4096,
        Price.FREE,
        Map.of(),
        ModelLimits.NONE,
        InetAddress.ofLiteral("10.100.0.1"),
        new RegistrationDefaults("http", 18080, "/v1"),
        true);
  }
}
