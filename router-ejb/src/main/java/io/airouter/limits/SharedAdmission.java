package io.airouter.limits;

import io.airouter.model.Model;
import io.airouter.model.ModelLimits;
import io.airouter.query.Admission;
import io.airouter.table.ModelLoad;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.codec.ByteArrayCodec;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts the requests of all nodes against a model's limit, a bucket a model and minute in Redis.
 *
 * <p>Redis may be away: then each node admits what its own count admits, for a few seconds at a
 * time before Redis is asked again. A query waits for Redis 100 ms at most. For many threads.
 */
public final class SharedAdmission implements Admission, AutoCloseable {
  private static final Logger LOG = System.getLogger(SharedAdmission.class.getName());
  private static final Duration ANSWER_WITHIN = Duration.ofMillis(100);
  private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
  private static final Duration LEFT_ALONE = Duration.ofSeconds(5);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final InstantSource clock;
  private final RedisClient client;
  private final Semaphore connecting = new Semaphore(1);
  private final LongAdder fallbacks = new LongAdder();
  private volatile Optional<ProxyManager<byte[]>> buckets = Optional.empty();
  private volatile Instant leftAloneUntil = Instant.MIN;
  private volatile boolean away;

  /**
   * Connects in the background; until then each node counts for itself.
   *
   * @param url such as {@code redis://:password@host:6379/0}
   */
  public SharedAdmission(String url, InstantSource clock) {
    this.clock = clock;
    RedisURI redis = RedisURI.create(url);
    redis.setTimeout(CONNECT_WITHIN);
    client = RedisClient.create(redis);
    client.setOptions(
        ClientOptions.builder()
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .socketOptions(SocketOptions.builder().connectTimeout(CONNECT_WITHIN).build())
            .timeoutOptions(TimeoutOptions.enabled(ANSWER_WITHIN))
            .build());
    connectInBackground();
  }

  /** How many requests were admitted by this node's own count because Redis did not answer. */
  public long fallbacks() {
    return fallbacks.sum();
  }

  /** Whether Redis counts. */
  public boolean isShared() {
    return buckets.isPresent() && !away;
  }

  @Override
  public boolean admits(Model model, ModelLoad load, Instant now) {
    long limit = model.limits().requestsPerMinute();
    if (!load.admit(limit, now)) {
      return false;
    }
    return limit == ModelLimits.UNLIMITED || admittedByAll(model, now);
  }

  private boolean admittedByAll(Model model, Instant now) {
    Optional<ProxyManager<byte[]>> known = buckets;
    if (known.isEmpty() || now.isBefore(leftAloneUntil)) {
      fallbacks.increment();
      if (known.isEmpty() && !now.isBefore(leftAloneUntil)) {
        connectInBackground();
      }
      return true;
    }
    try {
      boolean admitted = consumed(known.get(), model, now);
      returned();
      return admitted;
    } catch (RuntimeException e) {
      fallbacks.increment();
      lost(now, e);
      return true;
    }
  }

  private static boolean consumed(ProxyManager<byte[]> buckets, Model model, Instant now) {
    long limit = model.limits().requestsPerMinute();
    Instant nextMinute = now.truncatedTo(ChronoUnit.MINUTES).plus(MINUTE);
    BucketConfiguration perMinute =
        BucketConfiguration.builder()
            .addLimit(
                Bandwidth.builder()
                    .capacity(limit)
                    .refillIntervallyAligned(limit, MINUTE, nextMinute)
                    .build())
            .build();
    // The limit is in the name: an edited one begins with a bucket of its own size.
    String name = "airouter:requests:" + model.id().value() + ":" + limit;
    return buckets
        .builder()
        .build(name.getBytes(StandardCharsets.UTF_8), () -> perMinute)
        .tryConsume(1);
  }

  private void lost(Instant now, RuntimeException e) {
    leftAloneUntil = now.plus(LEFT_ALONE);
    if (!away) {
      away = true;
      LOG.log(Level.WARNING, () -> "Redis does not answer, this node counts for itself: " + e);
    }
  }

  private void returned() {
    if (away) {
      away = false;
      LOG.log(Level.INFO, "Redis answers again, limits are shared");
    }
  }

  private void connectInBackground() {
    if (connecting.tryAcquire()) {
      Thread.ofVirtual().name("redis-connect").start(this::connect);
    }
  }

  private void connect() {
    try {
      var connection = client.connect(ByteArrayCodec.INSTANCE);
      buckets =
          Optional.of(
              Bucket4jLettuce.casBasedBuilder(connection)
                  .expirationAfterWrite(
                      ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(MINUTE))
                  .requestTimeout(ANSWER_WITHIN)
                  .build());
      leftAloneUntil = Instant.MIN;
      away = false;
      LOG.log(Level.INFO, "limits are shared by Redis");
    } catch (RuntimeException e) {
      lost(clock.instant(), e);
    } finally {
      connecting.release();
    }
  }

  @Override
  public void close() {
    client.shutdown(Duration.ZERO, CONNECT_WITHIN);
  }
}
