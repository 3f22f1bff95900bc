package io.airouter.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The API keys in memory, so that the data path never waits for the database. Filled at start and
 * after each change; found by the secret's hash, which makes the look-up's time say nothing about
 * the secret. Safe for many threads.
 */
public final class AccessKeys {
  private final InstantSource clock;
  private final SecureRandom random;
  private static final Duration USE_GRAIN = Duration.ofMinutes(1);

  private final Map<String, ApiKey> byHash = new ConcurrentHashMap<>();
  private final Map<String, Instant> lastUses = new ConcurrentHashMap<>();
  private final Map<String, Instant> unsaved = new ConcurrentHashMap<>();

  public AccessKeys(InstantSource clock, SecureRandom random) {
    this.clock = clock;
    this.random = random;
  }

  /** Makes a key, which opens nothing until it is stored and {@link #put}. */
  public CreatedKey create(String name, Optional<Instant> expiresAt, String createdBy) {
    return ApiKey.create(new ApiKey.Wish(name, expiresAt, createdBy), clock.instant(), random);
  }

  /** Knows exactly these keys from now on. */
  public void load(Collection<ApiKey> keys) {
    Map<String, ApiKey> fresh =
        keys.stream().collect(Collectors.toMap(ApiKey::hash, Function.identity()));
    byHash.putAll(fresh);
    byHash.keySet().retainAll(fresh.keySet());
  }

  /** Knows one key more, or its new state. */
  public void put(ApiKey key) {
    byHash.put(key.hash(), key);
  }

  /** Whose secret that is; empty for an unknown, revoked or expired one. */
  public Optional<Caller> callerOf(String secret) {
    Instant now = clock.instant();
    Optional<ApiKey> key =
        Optional.ofNullable(byHash.get(ApiKey.hash(secret))).filter(k -> k.isValidAt(now));
    key.ifPresent(k -> noteUse(k.id(), now));
    return key.map(k -> new Caller(k.name(), Optional.of(k.id())));
  }

  /** One write a minute and key, as this is on the data path. */
  private void noteUse(String id, Instant now) {
    Instant known = lastUses.get(id);
    if (known == null || known.plus(USE_GRAIN).isBefore(now)) {
      lastUses.put(id, now);
      unsaved.put(id, now);
    }
  }

  /** A key with its last use, where this router knows of one later than the key says. */
  public ApiKey withLastUse(ApiKey key) {
    Instant known = lastUses.get(key.id());
    boolean news = known != null && key.lastUsedAt().map(known::isAfter).orElse(true);
    return news ? key.usedAt(known) : key;
  }

  /** Has the uses since the last call kept; those that could not be are kept with the next ones. */
  public void saveUses(AccountStore store) {
    Map<String, Instant> uses = Map.copyOf(unsaved);
    if (!uses.isEmpty()) {
      store.used(uses);
      uses.forEach(unsaved::remove);
    }
  }
}
