package io.airouter.access;

import java.security.SecureRandom;
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
  private final Map<String, ApiKey> byHash = new ConcurrentHashMap<>();

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
    return Optional.ofNullable(byHash.get(ApiKey.hash(secret)))
        .filter(key -> key.isValidAt(clock.instant()))
        .map(key -> new Caller(key.name(), Optional.of(key.id())));
  }
}
