package io.airouter.mapserver;

import io.airouter.lisp.EidPrefix;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Reads from the store what other nodes registered there. Changes are followed one by one as they
 * are told; refreshes are not told and are looked for by their time.
 */
final class SharedRegistrations {
  /** How far apart the clocks of nodes, and a node's writing and its commit, may be. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  private final Registrar registrar;
  private final RegistrationStore store;
  private final InstantSource clock;
  private volatile Instant followedUntil;

  SharedRegistrations(Registrar registrar, RegistrationStore store, InstantSource clock) {
    this.registrar = registrar;
    this.store = store;
    this.clock = clock;
    this.followedUntil = clock.instant();
  }

  /** Takes up all that is registered for these EID-Prefixes. */
  void follow(Collection<EidPrefix> eids, Supplier<Sites> sites) {
    registrar.follow(
        () ->
            new StoreView(
                List.copyOf(eids),
                eids.stream().flatMap(eid -> store.load(eid).stream()).toList(),
                store.noncesSince(followedUntil.minus(MARGIN))),
        sites);
  }

  /** Takes up what was refreshed lately, and the nonces with it. */
  void followRefreshes(Supplier<Sites> sites) {
    Instant now = clock.instant();
    Instant since = followedUntil.minus(MARGIN);
    registrar.follow(
        () -> new StoreView(List.of(), store.seenSince(since), store.noncesSince(since)), sites);
    followedUntil = now;
  }

  /** Takes up everything. */
  void followAll(Supplier<Sites> sites) {
    registrar.follow(
        () -> {
          List<Registration> kept = store.load();
          List<EidPrefix> eids =
              Stream.concat(kept.stream(), registrar.registrations().stream())
                  .map(Registration::eid)
                  .distinct()
                  .toList();
          return new StoreView(eids, kept, store.loadNonces());
        },
        sites);
  }
}
