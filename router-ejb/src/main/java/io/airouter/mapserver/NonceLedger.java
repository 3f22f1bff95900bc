package io.airouter.mapserver;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The accepted nonces of all xTRs, to know a replay by. Guarded by its owner's lock. */
final class NonceLedger {
  private final Map<NonceKey, AcceptedNonces> accepted = new HashMap<>();
  private final Set<NonceKey> unwritten = new LinkedHashSet<>();

  void load(Collection<AcceptedNonces> kept) {
    kept.forEach(nonces -> accepted.put(nonces.key(), nonces));
  }

  /** Adds what other nodes accepted to what this one did. */
  void merge(Collection<AcceptedNonces> kept) {
    for (AcceptedNonces theirs : kept) {
      Set<Long> all = new LinkedHashSet<>(theirs.nonces());
      // Those that are here only are the newest.
      all.addAll(of(theirs.key()).nonces());
      accepted.put(theirs.key(), lastOf(theirs.key(), List.copyOf(all)));
    }
  }

  private static AcceptedNonces lastOf(NonceKey key, List<Long> nonces) {
    int excess = Math.max(0, nonces.size() - AcceptedNonces.WINDOW);
    return new AcceptedNonces(key, nonces.subList(excess, nonces.size()));
  }

  boolean isReplay(ReplayMode mode, NonceKey key, long nonce) {
    List<Long> known = of(key).nonces();
    return switch (mode) {
      case OFF -> false;
      case WINDOW -> known.contains(nonce);
      case STRICT -> known.stream().anyMatch(old -> Long.compareUnsigned(nonce, old) <= 0);
    };
  }

  /** What will be accepted once that nonce is. */
  AcceptedNonces with(NonceKey key, long nonce) {
    List<Long> nonces = new ArrayList<>(of(key).nonces());
    nonces.remove(nonce);
    nonces.add(nonce);
    return lastOf(key, nonces);
  }

  void accept(NonceKey key, long nonce) {
    accepted.put(key, with(key, nonce));
    unwritten.add(key);
  }

  /** What changed since it was last taken. */
  List<AcceptedNonces> takeUnwritten() {
    List<AcceptedNonces> taken = unwritten.stream().map(this::of).toList();
    unwritten.clear();
    return taken;
  }

  void giveBack(List<AcceptedNonces> taken) {
    taken.forEach(nonces -> unwritten.add(nonces.key()));
  }

  private AcceptedNonces of(NonceKey key) {
    return accepted.getOrDefault(key, new AcceptedNonces(key, List.of()));
  }
}
