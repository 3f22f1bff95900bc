package io.airouter.mapserver;

import static io.airouter.mapserver.LispWorld.GPT_4;
import static io.airouter.mapserver.LispWorld.GPT_4_NAME;
import static io.airouter.mapserver.LispWorld.KEY;
import static io.airouter.mapserver.LispWorld.OTHER_KEY;
import static io.airouter.mapserver.LispWorld.flagged;
import static io.airouter.mapserver.LispWorld.ofXtr;
import static io.airouter.mapserver.LispWorld.record;
import static io.airouter.mapserver.LispWorld.register;
import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.lisp.Authentication;
import io.airouter.lisp.AuthenticationAlgorithm;
import io.airouter.lisp.EidPrefix;
import io.airouter.lisp.MapNotify;
import io.airouter.lisp.MapRegister;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MapRegisterTest {
  private static final InetSocketAddress XTR =
      new InetSocketAddress(InetAddress.ofLiteral("192.0.2.1"), 50_000);
  private static final EidPrefix OFFICE = EidPrefix.parse("10.7.0.0/16");
  private static final MapRegister.Flags MERGE =
      new MapRegister.Flags(true, false, false, false, true, true);
  private static final MapRegister.Flags USE_TTL =
      new MapRegister.Flags(true, false, false, true, false, true);

  private LispWorld world = new LispWorld();

  @Test
  void aRegistrationIsKeptThenShownThenConfirmed() {
    MapRegister register = register(7, KEY, record(GPT_4, "127.0.9.1"));
    MapNotify notify = MapNotify.confirming(register, register.records());
    assertThat(send(register)).containsExactly(new Outgoing(notify, XTR, Optional.of(KEY)));
    assertThat(world.registrations().load()).hasSize(1);
    assertThat(world.rlocs(GPT_4)).as("unchecked endpoints").isEmpty();
    world.passHealthChecks();
    assertThat(world.rlocs(GPT_4)).containsExactly("127.0.9.1");
  }

  @Test
  void withoutTheMBitNothingIsAnswered() {
    assertThat(send(flagged(MapRegister.Flags.NONE, 7, KEY, record(GPT_4, "127.0.9.1")))).isEmpty();
    assertThat(world.mapServer().registrations()).hasSize(1);
  }

  @Test
  void theMapNotifyGoesToTheControlPortUnlessTheSiteSaysOtherwise() {
    assertThat(send(register(7, OTHER_KEY, record(OFFICE, "192.0.2.1")), OTHER_KEY))
        .extracting(Outgoing::destination)
        .containsExactly(new InetSocketAddress(XTR.getAddress(), 4342));
  }

  @Test
  void aRefreshThatSaysNothingNewIsWrittenWithTheNextBatch() {
    send(register(7, KEY, record(GPT_4, "127.0.9.1")));
    int writes = world.registrations().writes();
    assertThat(send(register(8, KEY, record(GPT_4, "127.0.9.1")))).hasSize(1);
    assertThat(world.registrations().writes()).isEqualTo(writes);
    assertThat(world.count(Tally.REFRESHES)).isOne();
    world.mapServer().flush();
    assertThat(world.registrations().writes()).isEqualTo(writes + 1);
  }

  @Test
  void anEidThatIsNotTheSitesIsDropped() {
    EidPrefix nobodys = EidPrefix.parse("10.9.0.0/16");
    EidPrefix tooNarrow = EidPrefix.parse("10.7.1.0/24");
    send(register(1, KEY, record(nobodys, "192.0.2.1")));
    send(register(2, KEY, record(GPT_4, "192.0.2.1"), record(OFFICE, "192.0.2.1")));
    send(register(3, OTHER_KEY, record(tooNarrow, "192.0.2.1")), OTHER_KEY);
    assertThat(world.count(Tally.DROPPED_FOREIGN_EID)).isEqualTo(3);
    assertThat(world.registrations().writes()).isZero();
  }

  @Test
  void aWrongSecretAnUnknownKeyAndAnotherAlgorithmAreDropped() {
    assertThat(send(register(4, KEY, record(GPT_4, "192.0.2.1")), OTHER_KEY)).isEmpty();
    assertThat(world.count(Tally.DROPPED_AUTHENTICATION)).isOne();

    SiteKey unknown = new SiteKey(9, KEY.algorithm(), KEY.secret());
    SiteKey weaker = new SiteKey(1, AuthenticationAlgorithm.HMAC_SHA_1_96, KEY.secret());
    send(register(5, unknown, record(GPT_4, "192.0.2.1")), unknown);
    send(register(6, weaker, record(GPT_4, "192.0.2.1")), weaker);
    assertThat(world.count(Tally.DROPPED_UNKNOWN_KEY)).isEqualTo(2);
    assertThat(world.registrations().writes()).isZero();
  }

  @Test
  void noAuthenticationAtAllIsAnUnknownKey() {
    MapRegister bare =
        new MapRegister(
            MapRegister.Flags.PROXY_AND_NOTIFY,
            1,
            Authentication.NONE,
            List.of(record(GPT_4, "192.0.2.1")),
            Optional.empty());
    assertThat(world.mapServer().register(bare, key -> true, XTR)).isEmpty();
    assertThat(world.count(Tally.DROPPED_UNKNOWN_KEY)).isOne();
  }

  @Test
  void aReplayIsRefusedFromAnyAddressAfterAWithdrawalAndAfterARestart() {
    MapRegister register = register(7, KEY, record(GPT_4, "127.0.9.1"));
    send(register);
    send(register(8, KEY, record(0, GPT_4)));
    InetSocketAddress elsewhere =
        new InetSocketAddress(InetAddress.ofLiteral("192.0.2.66"), 50_000);
    assertThat(world.mapServer().register(register, key -> true, elsewhere)).isEmpty();
    world = world.restarted();
    assertThat(send(register)).isEmpty();
    assertThat(world.count(Tally.DROPPED_REPLAY)).isOne();
    assertThat(world.mapServer().registrations()).isEmpty();
  }

  @Test
  void aStrictSiteTakesRisingNoncesOnly() {
    send(register(10, OTHER_KEY, record(OFFICE, "192.0.2.1")), OTHER_KEY);
    assertThat(send(register(9, OTHER_KEY, record(OFFICE, "192.0.2.1")), OTHER_KEY)).isEmpty();
    assertThat(send(register(-1, OTHER_KEY, record(OFFICE, "192.0.2.1")), OTHER_KEY)).hasSize(1);
  }

  @Test
  void xtrsOfAModelStandBesideEachOtherAndEachWithdrawsItsOwn() {
    send(ofXtr(1, register(1, KEY, record(GPT_4, "127.0.9.1"))));
    send(ofXtr(2, register(2, KEY, record(GPT_4, "127.0.9.2"))));
    send(ofXtr(3, register(3, KEY, record(GPT_4_NAME, "127.0.9.3"))));
    world.passHealthChecks();
    assertThat(world.rlocs(GPT_4)).containsExactly("127.0.9.1", "127.0.9.2", "127.0.9.3");
    assertThat(world.rlocs(GPT_4_NAME)).containsExactly("127.0.9.1", "127.0.9.2", "127.0.9.3");
    send(ofXtr(1, register(4, KEY, record(0, GPT_4))));
    assertThat(world.rlocs(GPT_4)).containsExactly("127.0.9.2", "127.0.9.3");
  }

  @Test
  void elsewhereTheLastRegistrationReplacesUnlessBothMerge() {
    EidPrefix eid = EidPrefix.parse("10.100.5.0/24");
    send(ofXtr(1, register(1, KEY, record(eid, "192.0.2.1"))));
    send(ofXtr(2, register(2, KEY, record(eid, "192.0.2.2"))));
    assertThat(world.rlocs(eid)).containsExactly("192.0.2.2");
    assertThat(world.registrations().load()).hasSize(1);

    send(ofXtr(3, flagged(MERGE, 3, KEY, record(eid, "192.0.2.3"))));
    assertThat(world.rlocs(eid)).containsExactly("192.0.2.3");
    List<Outgoing> answers = send(ofXtr(4, flagged(MERGE, 4, KEY, record(eid, "192.0.2.4"))));
    assertThat(world.rlocs(eid)).containsExactly("192.0.2.3", "192.0.2.4");
    MapNotify notify = (MapNotify) answers.getFirst().message();
    assertThat(notify.records().getFirst().locators()).hasSize(2);
  }

  @Test
  void threeMinutesWithoutARefreshEndARegistration() {
    send(register(1, KEY, record(GPT_4, "127.0.9.1")));
    world.passHealthChecks();
    world.pass(Duration.ofSeconds(170));
    send(register(2, KEY, record(GPT_4, "127.0.9.1")));
    world.pass(Duration.ofSeconds(170));
    assertThat(world.rlocs(GPT_4)).containsExactly("127.0.9.1");
    world.pass(Duration.ofSeconds(11));
    assertThat(world.rlocs(GPT_4)).isEmpty();
    assertThat(world.count(Tally.EXPIRED)).isOne();
    world.mapServer().flush();
    assertThat(world.registrations().load()).isEmpty();
  }

  @Test
  void withTheTBitARegistrationLivesAsLongAsItsTtl() {
    send(flagged(USE_TTL, 1, KEY, record(10, GPT_4, "127.0.9.1")));
    world.pass(Duration.ofMinutes(9));
    assertThat(world.mapServer().registrations()).hasSize(1);
    world.pass(Duration.ofMinutes(1));
    assertThat(world.mapServer().registrations()).isEmpty();
  }

  @Test
  void withoutTheDatabaseAChangeIsNeitherConfirmedNorHalfDone() {
    world.registrations().setGone(true);
    MapRegister register = register(1, KEY, record(GPT_4, "127.0.9.1"));
    assertThat(send(register)).isEmpty();
    assertThat(world.count(Tally.DROPPED_STORE)).isOne();
    assertThat(world.table().snapshot().catalogue().endpoints()).isEmpty();
    world.registrations().setGone(false);
    assertThat(send(register)).hasSize(1);
  }

  @Test
  void withoutTheDatabaseRefreshesGoOnAndAreWrittenLater() {
    send(register(1, KEY, record(GPT_4, "127.0.9.1")));
    world.registrations().setGone(true);
    world.pass(Duration.ofMinutes(2));
    assertThat(send(register(2, KEY, record(GPT_4, "127.0.9.1")))).hasSize(1);
    world.mapServer().flush();
    assertThat(world.count(Tally.STORE_RETRIES)).isOne();
    world.registrations().setGone(false);
    world.mapServer().flush();
    assertThat(world.registrations().load())
        .extracting(Registration::lastSeen)
        .containsExactly(world.instant());
  }

  @Test
  void aRestartTakesUpWhatHasNotRunOut() {
    send(ofXtr(1, register(1, KEY, record(GPT_4, "127.0.9.1"))));
    world.pass(Duration.ofMinutes(2));
    send(ofXtr(2, register(2, KEY, record(GPT_4, "127.0.9.2"))));
    world.pass(Duration.ofSeconds(59));
    LispWorld again = world.restarted();
    again.passHealthChecks();
    assertThat(again.rlocs(GPT_4)).containsExactly("127.0.9.1", "127.0.9.2");
    again.pass(Duration.ofSeconds(1));
    assertThat(again.rlocs(GPT_4)).containsExactly("127.0.9.2");
    assertThat(again.restarted().mapServer().registrations()).hasSize(1);
  }

  @Test
  void whatASiteMayNoLongerRegisterEnds() {
    send(register(1, KEY, record(GPT_4, "127.0.9.1")));
    world.mapServer().remove("models");
    assertThat(world.mapServer().registrations()).isEmpty();
    assertThat(world.table().snapshot().catalogue().endpoints()).isEmpty();
  }

  @Test
  void aSecretShowsInNoText() {
    assertThat(LispWorld.MODELS.toString()).contains("***").doesNotContain(KEY.secret().toString());
  }

  private List<Outgoing> send(MapRegister register) {
    return send(register, KEY);
  }

  private List<Outgoing> send(MapRegister register, SiteKey signedWith) {
    return world.mapServer().register(register, signedWith::equals, XTR);
  }
}
