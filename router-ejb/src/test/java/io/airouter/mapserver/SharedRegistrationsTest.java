package io.airouter.mapserver;

import static io.airouter.mapserver.LispWorld.GPT_4;
import static io.airouter.mapserver.LispWorld.KEY;
import static io.airouter.mapserver.LispWorld.record;
import static io.airouter.mapserver.LispWorld.register;
import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.lisp.EidPrefix;
import io.airouter.lisp.MapRegister;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two map-servers on one store. */
class SharedRegistrationsTest {
  private static final InetSocketAddress XTR =
      new InetSocketAddress(InetAddress.ofLiteral("192.0.2.1"), 50_000);
  private static final EidPrefix NODE = EidPrefix.parse("10.100.7.0/24");
  private static final Duration TWO_MINUTES = Duration.ofMinutes(2);

  private final LispWorld here = new LispWorld();
  private final LispWorld there = here.restarted();

  @Test
  void whatIsRegisteredHereIsShownThere() {
    send(here, register(1, KEY, record(NODE, "127.0.9.1")));
    assertThat(there.rlocs(NODE)).isEmpty();
    there.mapServer().follow(List.of(NODE));
    assertThat(there.rlocs(NODE)).containsExactly("127.0.9.1");
    assertThat(there.registrations().writes()).as("nothing is written for it").isOne();
  }

  @Test
  void whatIsWithdrawnHereIsGoneThere() {
    send(here, register(1, KEY, record(NODE, "127.0.9.1")));
    there.mapServer().follow(List.of(NODE));
    send(here, register(2, KEY, record(0, NODE)));
    there.mapServer().follow(List.of(NODE));
    assertThat(there.mapServer().registrations()).isEmpty();
    assertThat(there.rlocs(NODE)).isEmpty();
  }

  @Test
  void aReplayIsRefusedThereOnceTheChangeWasFollowed() {
    MapRegister register = register(1, KEY, record(GPT_4, "127.0.9.1"));
    send(here, register);
    there.mapServer().follow(List.of(GPT_4));
    assertThat(send(there, register)).isEmpty();
    assertThat(there.count(Tally.DROPPED_REPLAY)).isOne();
  }

  @Test
  void theNonceOfARefreshIsKnownThereAfterTheBatch() {
    send(here, register(1, KEY, record(GPT_4, "127.0.9.1")));
    MapRegister refresh = register(2, KEY, record(GPT_4, "127.0.9.1"));
    send(here, refresh);
    here.mapServer().flush();
    there.mapServer().followRefreshes();
    assertThat(send(there, refresh)).isEmpty();
  }

  @Test
  void whatIsRefreshedHereDoesNotRunOutThere() {
    send(here, register(1, KEY, record(NODE, "127.0.9.1")));
    there.mapServer().follow(List.of(NODE));
    refreshAfterTwoMinutes();
    there.mapServer().followRefreshes();
    there.pass(TWO_MINUTES);
    assertThat(there.rlocs(NODE)).containsExactly("127.0.9.1");
  }

  @Test
  void aNodeThatMissedTheRefreshesTakesNothingFromTheOthers() {
    send(here, register(1, KEY, record(NODE, "127.0.9.1")));
    there.mapServer().follow(List.of(NODE));
    refreshAfterTwoMinutes();
    there.pass(TWO_MINUTES);
    assertThat(there.rlocs(NODE)).as("it ran out as far as is known").isEmpty();
    there.mapServer().flush();
    assertThat(there.registrations().load()).hasSize(1);
    there.mapServer().followRefreshes();
    assertThat(there.rlocs(NODE)).containsExactly("127.0.9.1");
  }

  @Test
  void whileTheOthersCannotBeHeardNothingOfTheirsRunsOut() {
    send(here, register(1, KEY, record(NODE, "127.0.9.1")));
    there.mapServer().follow(List.of(NODE));
    there.mapServer().cutOff(true);
    there.pass(Duration.ofMinutes(5));
    assertThat(there.rlocs(NODE)).containsExactly("127.0.9.1");
    there.mapServer().cutOff(false);
    there.pass(Duration.ofMinutes(1));
    assertThat(there.rlocs(NODE)).isEmpty();
  }

  @Test
  void allIsFollowedAfterALongAbsence() {
    send(here, register(1, KEY, record(NODE, "127.0.9.1")));
    there.mapServer().followAll();
    assertThat(there.rlocs(NODE)).containsExactly("127.0.9.1");
    send(here, register(2, KEY, record(0, NODE)));
    there.mapServer().followAll();
    assertThat(there.rlocs(NODE)).isEmpty();
  }

  private void refreshAfterTwoMinutes() {
    here.pass(TWO_MINUTES);
    there.pass(TWO_MINUTES);
    send(here, register(2, KEY, record(NODE, "127.0.9.1")));
    here.mapServer().flush();
  }

  private static List<Outgoing> send(LispWorld world, MapRegister register) {
    return world.mapServer().register(register, KEY::equals, XTR);
  }
}
