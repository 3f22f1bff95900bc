package io.airouter.mapserver;

import io.airouter.lisp.EidPrefix;
import io.airouter.mapping.Mapping;
import io.airouter.mapping.MappingOrigin;
import io.airouter.table.RouteChange;
import io.airouter.table.RouteChange.MappingRegistered;
import io.airouter.table.RouteChange.MappingWithdrawn;
import io.airouter.table.RoutingTable;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Keeps who registered what.
 *
 * <p>Between threads: {@code state} guards what is in memory and is never held while the database
 * works, so that refreshes, which need no database, go on when it is slow or gone. A change is
 * planned under {@code state}, committed to the store without it and only then applied to memory
 * and table. {@code writing} lets one change or batch at a time do so, in the order they came, so
 * that a plan still fits when it is applied; it is always taken first.
 */
final class Registrar {
  private static final Logger LOG = System.getLogger(Registrar.class.getName());

  /** More than these waiting for the database would act on what xTRs have long said anew. */
  private static final int MAX_WAITING = 256;

  private final RoutingTable table;
  private final RegistrationStore store;
  private final InstantSource clock;
  private final Counters counters;
  private final ReentrantLock writing = new ReentrantLock(true);
  private final ReentrantLock state = new ReentrantLock();
  private final Semaphore waiting = new Semaphore(MAX_WAITING);
  private final RegistrationLedger ledger = new RegistrationLedger();
  private final NonceLedger nonces = new NonceLedger();

  Registrar(RoutingTable table, RegistrationStore store, InstantSource clock, Counters counters) {
    this.table = table;
    this.store = store;
    this.clock = clock;
    this.counters = counters;
  }

  /** Takes up what was registered before a restart and has not run out. */
  void load(Sites sites) {
    List<AcceptedNonces> keptNonces = store.loadNonces();
    List<Registration> kept = store.load();
    state.lock();
    try {
      nonces.load(keptNonces);
      Instant now = clock.instant();
      for (Registration registration : kept) {
        if (registration.expiresAt().isAfter(now) && sites.allows(registration.key())) {
          ledger.put(registration);
        } else if (sites.allows(registration.key())) {
          ledger.expire(registration.key());
        } else {
          ledger.revoke(registration.key());
        }
      }
      publish(kept.stream().map(Registration::eid).toList());
    } finally {
      state.unlock();
    }
  }

  /** Whether the register was taken, so that it may be confirmed. */
  boolean accept(AuthenticRegister register) {
    state.lock();
    try {
      if (isReplay(register)) {
        return false;
      }
      RegistrationPlan plan = plan(register);
      if (plan.isRefresh()) {
        take(register, plan);
        counters.count(Tally.REFRESHES);
        return true;
      }
    } finally {
      state.unlock();
    }
    return change(register);
  }

  private boolean change(AuthenticRegister register) {
    if (!waiting.tryAcquire()) {
      counters.count(Tally.DROPPED_BUSY);
      return false;
    }
    writing.lock();
    try {
      Optional<RegistrationPlan> plan = committed(register);
      plan.ifPresent(committed -> inState(() -> take(register, committed)));
      return plan.isPresent();
    } finally {
      writing.unlock();
      waiting.release();
    }
  }

  /** Plans anew, since others may have changed something meanwhile, and writes it. */
  private Optional<RegistrationPlan> committed(AuthenticRegister register) {
    RegistrationPlan plan;
    RegistrationCommit commit;
    state.lock();
    try {
      if (isReplay(register)) {
        return Optional.empty();
      }
      plan = plan(register);
      commit = plan.commit(nonces.with(register.nonceKey(), register.message().nonce()));
    } finally {
      state.unlock();
    }
    try {
      store.commit(commit);
      return Optional.of(plan);
    } catch (RuntimeException failed) {
      counters.count(Tally.DROPPED_STORE);
      LOG.log(Level.WARNING, () -> "a registration could not be kept and is dropped: " + failed);
      return Optional.empty();
    }
  }

  private boolean isReplay(AuthenticRegister register) {
    boolean isReplay =
        nonces.isReplay(
            register.site().replayMode(), register.nonceKey(), register.message().nonce());
    if (isReplay) {
      counters.count(Tally.DROPPED_REPLAY);
    }
    return isReplay;
  }

  private RegistrationPlan plan(AuthenticRegister register) {
    Predicate<EidPrefix> isModel =
        eid ->
            table
                .snapshot()
                .mappings()
                .exact(eid)
                .filter(mapping -> mapping.origin() == MappingOrigin.MODEL)
                .isPresent();
    return RegistrationPlan.of(register, ledger, isModel, clock.instant());
  }

  private void take(AuthenticRegister register, RegistrationPlan plan) {
    nonces.accept(register.nonceKey(), register.message().nonce());
    plan.removed().forEach(ledger::remove);
    plan.changed().forEach(ledger::put);
    plan.refreshed().forEach(ledger::refresh);
    publish(plan.touched());
  }

  /** Tells the table what is now registered for these EIDs. */
  private void publish(Collection<EidPrefix> eids) {
    for (EidPrefix eid : new LinkedHashSet<>(eids)) {
      RouteChange change =
          ledger
              .mapping(eid)
              .<RouteChange>map(MappingRegistered::new)
              .orElseGet(() -> new MappingWithdrawn(eid));
      table.apply(change);
    }
  }

  /**
   * Brings memory and table in line with what the store holds. The reading waits for changes of
   * this node that are under way and holds later ones up, so that neither overtakes the other.
   */
  void follow(Supplier<StoreView> reading, Supplier<Sites> sites) {
    writing.lock();
    try {
      StoreView view = reading.get();
      inState(
          () -> {
            nonces.merge(view.nonces());
            publish(ledger.adopt(view, sites.get()::allows, clock.instant()));
          });
    } finally {
      writing.unlock();
    }
  }

  /** Whether other nodes cannot be heard. */
  void cutOff(boolean isCutOff) {
    inState(() -> ledger.cutOff(isCutOff));
  }

  /** Ends the registrations that have run out; waits for no database. */
  void expire() {
    inState(
        () -> {
          List<RegistrationKey> expired = ledger.expire(clock.instant());
          expired.forEach(key -> counters.count(Tally.EXPIRED));
          publish(expired.stream().map(RegistrationKey::eid).toList());
        });
  }

  /** Ends the registrations that the sites no longer allow. */
  void revoke(Sites sites) {
    inState(
        () -> {
          List<RegistrationKey> revoked =
              ledger.all().stream()
                  .map(Registration::key)
                  .filter(key -> !sites.allows(key))
                  .toList();
          revoked.forEach(ledger::revoke);
          publish(revoked.stream().map(RegistrationKey::eid).toList());
        });
  }

  /** Writes what refreshes and expiry moved; what fails is kept for the next time. */
  void flush() {
    List<Registration> refreshed = new ArrayList<>();
    List<AcceptedNonces> accepted = new ArrayList<>();
    List<RegistrationKey> expired = new ArrayList<>();
    List<RegistrationKey> revoked = new ArrayList<>();
    writing.lock();
    try {
      inState(
          () -> {
            refreshed.addAll(ledger.takeRefreshed());
            accepted.addAll(nonces.takeUnwritten());
            expired.addAll(ledger.takeExpired());
            revoked.addAll(ledger.takeRevoked());
          });
      write(refreshed, accepted, expired);
      if (!revoked.isEmpty()) {
        store.remove(revoked);
      }
    } catch (RuntimeException failed) {
      counters.count(Tally.STORE_RETRIES);
      LOG.log(Level.DEBUG, () -> "refreshes wait for the database: " + failed);
      inState(
          () -> {
            ledger.giveBack(refreshed, expired);
            ledger.giveBackRevoked(revoked);
            nonces.giveBack(accepted);
          });
    } finally {
      writing.unlock();
    }
  }

  private void write(
      List<Registration> refreshed, List<AcceptedNonces> accepted, List<RegistrationKey> expired) {
    if (!refreshed.isEmpty() || !accepted.isEmpty()) {
      store.refresh(refreshed, accepted);
    }
    if (!expired.isEmpty()) {
      store.expire(expired, clock.instant());
    }
  }

  /** All that is valid now. */
  List<Registration> registrations() {
    state.lock();
    try {
      return ledger.all();
    } finally {
      state.unlock();
    }
  }

  Optional<Mapping> mapping(EidPrefix eid) {
    state.lock();
    try {
      return ledger.mapping(eid);
    } finally {
      state.unlock();
    }
  }

  private void inState(Runnable action) {
    state.lock();
    try {
      action.run();
    } finally {
      state.unlock();
    }
  }
}
