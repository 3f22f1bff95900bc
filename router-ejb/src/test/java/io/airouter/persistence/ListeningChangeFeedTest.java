package io.airouter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.cluster.CatalogueCopy;
import io.airouter.cluster.CatalogueInMemory;
import io.airouter.cluster.ChangeFollower;
import io.airouter.cluster.Node;
import io.airouter.mapserver.LispWorld;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ListeningChangeFeedTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Node HERE = new Node("here", "here");

  private final List<String> followed = new CopyOnWriteArrayList<>();
  private final ListeningChangeFeed feed = feed();

  @BeforeEach
  void mark() {
    feed.mark();
  }

  @AfterEach
  void stop() {
    feed.close();
  }

  @Test
  void changesOfOthersAreFollowedAndOwnOnesLookedAtOnceMore() {
    feed.start();
    await(() -> feed.standing().listening());
    record("api_key", "mine", HERE.id());
    record("api_key", "theirs", "there");
    record("credential", "secret", "there");
    record("of a later release", "whatever", "there");
    await(() -> followed.contains("credential secret"));
    assertThat(followed).contains("api_key theirs");
    // Its commit may have been acknowledged to nobody.
    await(() -> followed.contains("api_key mine"));
    assertThat(feed.standing().followed()).isEqualTo(2);
  }

  @Test
  void aRowThatCannotBeReadEndsNothing() {
    feed.start();
    await(() -> feed.standing().listening());
    record("registration", "no eid at all", "there");
    record("api_key", "behind it", "there");
    await(() -> followed.contains("api_key behind it"));
  }

  @Test
  void whatHappenedBetweenMarkAndStartIsFollowed() {
    record("api_key", "early", "there");
    feed.start();
    await(() -> followed.contains("api_key early"));
  }

  @Test
  void afterAnInterruptionItCatchesUp() {
    feed.start();
    await(() -> feed.standing().listening());
    TestDatabase.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            + " WHERE pid <> pg_backend_pid() AND query LIKE '%route_change%'");
    record("api_key", "meanwhile", "there");
    await(() -> followed.contains("api_key meanwhile"));
    assertThat(feed.standing().interruptions()).isPositive();
  }

  @Test
  void whoWasAwayForTooLongReadsEverything() {
    record("api_key", "pruned", "there");
    TestDatabase.execute("DELETE FROM route_change");
    record("api_key", "kept", "there");
    feed.start();
    await(() -> followed.contains("everything"));
    assertThat(followed).doesNotContain("api_key pruned");
  }

  private static void record(String kind, String subject, String origin) {
    TestDatabase.execute(
        "SELECT record_route_change('%s', '%s', '%s')".formatted(kind, subject, origin));
  }

  private ListeningChangeFeed feed() {
    LispWorld world = new LispWorld();
    CatalogueCopy catalogue = new CatalogueCopy(world.table(), new CatalogueInMemory());
    ChangeFollower follower =
        new ChangeFollower(
            new ChangeFollower.Copies(
                catalogue,
                world.mapServer(),
                id -> followed.add("api_key " + id),
                name -> followed.add("credential " + name),
                () -> {},
                () -> followed.add("everything")),
            InstantSource.system());
    return new ListeningChangeFeed(
        TestDatabase.SOURCE, HERE, follower, Thread.ofPlatform().daemon().factory());
  }

  private static void await(Callable<Boolean> condition) {
    Awaitility.await().atMost(PATIENCE).until(condition);
  }
}
