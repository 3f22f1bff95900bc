package io.airouter.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.model.Dialect;
import io.airouter.model.Model;
import io.airouter.model.ModelId;
import io.airouter.model.ModelLimits;
import io.airouter.model.Price;
import io.airouter.model.RegistrationDefaults;
import io.airouter.table.ModelLoad;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Two nodes and a real Redis. */
class SharedAdmissionTest {
  private static final int LIMIT = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** The minute must not end while the test counts in it. */
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES).plusSeconds(90);

  @Test
  void twoNodesTogetherAdmitWhatTheLimitSays() {
    try (RedisProcess redis = RedisProcess.start();
        SharedAdmission here = connected(redis);
        SharedAdmission there = connected(redis)) {
      long before = here.fallbacks() + there.fallbacks();
      Model model = model("shared", LIMIT);
      int admitted = admitted(here, model, LIMIT - 5) + admitted(there, model, LIMIT - 5);
      assertThat(admitted).isEqualTo(LIMIT);
      assertThat(here.fallbacks() + there.fallbacks()).isEqualTo(before);
      assertThat(admitted(there, model("other", LIMIT), LIMIT)).isEqualTo(LIMIT);
    }
  }

  @Test
  void withoutRedisEachNodeKeepsTheLimitByItself() {
    try (RedisProcess redis = RedisProcess.start();
        SharedAdmission here = connected(redis)) {
      redis.close();
      long before = here.fallbacks();
      assertThat(admitted(here, model("alone", LIMIT), LIMIT + 5)).isEqualTo(LIMIT);
      assertThat(here.fallbacks()).isEqualTo(before + LIMIT);
      assertThat(here.isShared()).isFalse();
      redis.restart();
      LongAdder asked = new LongAdder();
      Awaitility.await()
          .atMost(PATIENCE)
          .until(
              () -> {
                asked.increment();
                Instant later = now.plus(Duration.ofSeconds(10).multipliedBy(asked.sum()));
                here.admits(model("back", 1000), new ModelLoad(), later);
                return here.isShared();
              });
    }
  }

  @Test
  void aRedisThatNeverWasThereFailsNoRequest() {
    try (SharedAdmission here =
        new SharedAdmission("redis://127.0.0.1:1/0", InstantSource.system())) {
      assertThat(admitted(here, model("alone", LIMIT), LIMIT + 5)).isEqualTo(LIMIT);
    }
  }

  private static SharedAdmission connected(RedisProcess redis) {
    SharedAdmission admission = new SharedAdmission(redis.url(), InstantSource.system());
    Model any = model("any", 1_000_000);
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () -> {
              admission.admits(any, new ModelLoad(), InstantSource.system().instant());
              return admission.isShared();
            });
    return admission;
  }

  private int admitted(SharedAdmission admission, Model model, int requests) {
    ModelLoad load = new ModelLoad();
    int admitted = 0;
    for (int i = 0; i < requests; i++) {
      admitted += admission.admits(model, load, now) ? 1 : 0;
    }
    return admitted;
  }

  private static Model model(String id, long limit) {
    return new Model(
        new ModelId(id),
        id,
        Dialect.OPENAI,
        id,
        8192,
        4096,
        Price.FREE,
        Map.of(),
        new ModelLimits(limit, ModelLimits.UNLIMITED),
        InetAddress.ofLiteral("10.100.0.1"),
        new RegistrationDefaults("http", 18080, "/v1"),
        true);
  }
}
