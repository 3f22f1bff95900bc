package io.airouter.mapserver;

import io.airouter.lisp.EidPrefix;
import io.airouter.lisp.EncapsulatedControlMessage;
import io.airouter.lisp.LispMessage;
import io.airouter.lisp.MapNotify;
import io.airouter.lisp.MapNotifyAck;
import io.airouter.lisp.MapRegister;
import io.airouter.lisp.MapReply;
import io.airouter.lisp.MapRequest;
import io.airouter.lisp.MappingRecord;
import io.airouter.lisp.UnsupportedMessage;
import io.airouter.mapping.Mapping;
import io.airouter.table.RoutingTable;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The map-server and map-resolver (RFC 9301 §8): Map-Requests are answered from the live state,
 * Map-Registers change it.
 *
 * <p>{@link #answer} and {@link #expire} wait for nothing and may run on an event loop; {@link
 * #register}, {@link #flush} and the edits of sites call the database. For any thread.
 */
public final class MapServer {
  /** The UDP port of LISP control messages. */
  public static final int CONTROL_PORT = 4342;

  private final SiteStore siteStore;
  private final Counters counters = new Counters();
  private final MapResolver resolver;
  private final Registrar registrar;
  private final SharedRegistrations shared;
  private final ReentrantLock editing = new ReentrantLock();
  private volatile Sites sites = Sites.NONE;

  public MapServer(
      RoutingTable table,
      SiteStore siteStore,
      RegistrationStore registrationStore,
      InstantSource clock) {
    this.siteStore = siteStore;
    this.resolver = new MapResolver(table, counters);
    this.registrar = new Registrar(table, registrationStore, clock, counters);
    this.shared = new SharedRegistrations(registrar, registrationStore, clock);
  }

  /**
   * Takes up the sites, and the registrations that have not run out. To be called once, before the
   * port opens; the catalogue may be loaded before or after.
   */
  public void start() {
    sites = Sites.of(siteStore.load());
    registrar.load(sites);
  }

  /** The answers to a message other than a Map-Register; none where none is due. */
  public List<Outgoing> answer(LispMessage message, InetSocketAddress source) {
    return switch (message) {
      case MapRequest request -> resolver.answer(request, sites.byPrefix(), source);
      case EncapsulatedControlMessage ecm -> answer(ecm, source);
      case UnsupportedMessage unsupported -> dropped(reason(unsupported));
      case MapReply _, MapNotify _, MapNotifyAck _ -> dropped(Tally.DROPPED_UNEXPECTED);
      case MapRegister _ -> throw new IllegalArgumentException("a Map-Register, see register");
    };
  }

  private List<Outgoing> answer(EncapsulatedControlMessage ecm, InetSocketAddress source) {
    counters.count(Tally.ECM);
    return ecm.message() instanceof MapRequest request
        ? resolver.answer(request, sites.byPrefix(), ecm.inner(), source)
        : dropped(Tally.DROPPED_UNEXPECTED);
  }

  private static Tally reason(UnsupportedMessage unsupported) {
    return unsupported.type() == EncapsulatedControlMessage.TYPE
        ? Tally.UNSUPPORTED_LISP_SEC
        : Tally.UNSUPPORTED_TYPE;
  }

  /**
   * Registers what the message says (RFC 9301 §8.2): it is durable before the table shows it, and
   * both are before the Map-Notify is returned. What is refused gets no answer.
   */
  public List<Outgoing> register(
      MapRegister register, SignatureCheck signature, InetSocketAddress source) {
    counters.count(Tally.MAP_REGISTERS);
    Optional<Site> site = sites.authorityOver(register.records());
    if (site.isEmpty()) {
      return dropped(Tally.DROPPED_FOREIGN_EID);
    }
    Optional<SiteKey> key = key(site.get(), register);
    if (key.isEmpty()) {
      return dropped(Tally.DROPPED_UNKNOWN_KEY);
    }
    if (!signature.isSignedWith(key.get())) {
      return dropped(Tally.DROPPED_AUTHENTICATION);
    }
    AuthenticRegister authentic = new AuthenticRegister(site.get(), key.get(), register, source);
    boolean isTaken = registrar.accept(authentic);
    if (!sites.authorityOver(register.records()).equals(site)) {
      // The site was edited meanwhile, perhaps before this register was taken.
      registrar.revoke(sites);
    }
    return isTaken && register.flags().wantMapNotify() ? confirm(authentic) : List.of();
  }

  /** The key must be the one of that Key ID and its algorithm the key's own. */
  private static Optional<SiteKey> key(Site site, MapRegister register) {
    return site.key(register.authentication().keyId())
        .filter(key -> key.algorithm().id() == register.authentication().algorithmId());
  }

  private List<Outgoing> confirm(AuthenticRegister register) {
    InetSocketAddress source = register.source();
    InetSocketAddress destination =
        register.site().notifyPort() == NotifyPort.SOURCE
            ? source
            : new InetSocketAddress(source.getAddress(), CONTROL_PORT);
    boolean isMerged = register.message().flags().merge();
    List<MappingRecord> records =
        register.message().records().stream().map(r -> isMerged ? merged(r) : r).toList();
    counters.count(Tally.MAP_NOTIFIES);
    MapNotify notify = MapNotify.confirming(register.message(), records);
    return List.of(new Outgoing(notify, destination, Optional.of(register.key())));
  }

  /** With the Locators of all xTRs, as merging asks (RFC 9301 §5.6). */
  private MappingRecord merged(MappingRecord record) {
    return registrar
        .mapping(record.eid())
        .map(Mapping::locators)
        .map(
            locators ->
                new MappingRecord(
                    record.ttlMinutes(),
                    record.eid(),
                    record.action(),
                    record.authoritative(),
                    record.mapVersion(),
                    locators.stream().limit(MappingRecord.MAX_LOCATORS).toList()))
        .orElse(record);
  }

  /** Ends the registrations that have run out by the clock; to be called about once a second. */
  public void expire() {
    registrar.expire();
  }

  /**
   * Writes what refreshes moved since the last time; to be called every few seconds and at the end.
   * It does not fail when the database does.
   */
  public void flush() {
    registrar.flush();
  }

  /** All sites, their secrets within. */
  public List<Site> sites() {
    return sites.all();
  }

  /**
   * Adds a site or replaces the one of its name; registrations it no longer allows end.
   *
   * @throws IllegalArgumentException where another site has one of its EID-Prefixes
   */
  public void put(Site site) {
    editing.lock();
    try {
      Sites next = sites.with(site);
      siteStore.save(site);
      sites = next;
      registrar.revoke(next);
    } finally {
      editing.unlock();
    }
  }

  /** Removes a site with its registrations. */
  public void remove(String siteName) {
    editing.lock();
    try {
      Sites next = sites.without(siteName);
      siteStore.remove(siteName);
      sites = next;
      registrar.revoke(next);
    } finally {
      editing.unlock();
    }
  }

  /** The records that a Map-Request for that EID would be answered with now; counts nothing. */
  public List<MappingRecord> wouldReply(EidPrefix asked) {
    return resolver.records(asked, sites.byPrefix());
  }

  /** Takes up what another node changed of these EID-Prefixes; calls the database. */
  public void follow(Collection<EidPrefix> eids) {
    shared.follow(eids, () -> sites);
  }

  /** Takes up what xTRs refreshed at other nodes; calls the database, every few seconds. */
  public void followRefreshes() {
    shared.followRefreshes(() -> sites);
  }

  /** Takes up all registrations anew; calls the database. */
  public void followAll() {
    shared.followAll(() -> sites);
  }

  /** Takes up the sites as they are kept now; registrations they no longer allow end. */
  public void followSites() {
    editing.lock();
    try {
      sites = Sites.of(siteStore.load());
      registrar.revoke(sites);
    } finally {
      editing.unlock();
    }
  }

  /**
   * Says whether other nodes cannot be heard: until they can, what was last registered there does
   * not run out here.
   */
  public void cutOff(boolean isCutOff) {
    registrar.cutOff(isCutOff);
  }

  /** All that is registered now. */
  public List<Registration> registrations() {
    return registrar.registrations();
  }

  /** Counts since the start, by snake_case name. */
  public Map<String, Long> counters() {
    return counters.counts();
  }

  /** Counts what happens outside, where packets are read. */
  public void count(Tally tally) {
    counters.count(tally);
  }

  private List<Outgoing> dropped(Tally reason) {
    counters.count(reason);
    return List.of();
  }
}
