package io.airouter.sdn;

import static io.airouter.sdn.SdnWorld.desired;
import static io.airouter.sdn.SdnWorld.foreign;
import static io.airouter.sdn.SdnWorld.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airouter.sdn.Publication.Outcome;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PublicationTest {
  private static final MappingRow ONE = row("10.100.0.1/32", "192.0.2.1", 70);
  private static final MappingRow ONE_CHANGED = row("10.100.0.1/32", "192.0.2.1", 50);
  private static final MappingRow TWO = row("10.100.0.2/32", "192.0.2.2", 100);
  private static final PublishRequest ROUTER = PublishRequest.byRouter("r");

  private final SdnWorld world = new SdnWorld();
  private final Publication publication = world.publication();
  private Ledger ledger = Ledger.of(Map.of());

  private Outcome run(DesiredMappings desired, PublishRequest request)
      throws ControllerFailureException {
    Outcome outcome = publication.run(desired, ledger, request);
    ledger = outcome.ledger();
    return outcome;
  }

  private Outcome run(DesiredMappings desired) throws ControllerFailureException {
    return run(desired, ROUTER);
  }

  @Test
  void whatIsMissingIsCreatedAndVerifiedByASecondRead() throws Exception {
    Outcome outcome = run(desired(ONE, TWO));

    assertThat(world.rows).containsValues(ONE, TWO);
    assertThat(outcome.plan().kept()).hasSize(2);
    assertThat(world.published).containsEntry(ONE.eid(), ONE.text());
    assertThat(world.actions)
        .extracting(SdnAction::action)
        .containsExactly("plan", "create", "create");
    assertThat(world.actions.getLast().status()).contains(201);
  }

  @Test
  void aSecondRoundWritesNothing() throws Exception {
    run(desired(ONE));
    world.calls.clear();
    int actions = world.actions.size();

    run(desired(ONE));

    assertThat(world.calls).containsExactly("read 10.100.0.1/32");
    assertThat(world.actions).hasSize(actions);
  }

  @Test
  void somebodyElsesRowsAreNeitherReadNorDeleted() throws Exception {
    world.holding(foreign("10.1.2.0/24"));

    Outcome outcome = run(desired(ONE));

    assertThat(world.rows).containsValue(foreign("10.1.2.0/24"));
    assertThat(world.calls).doesNotContain("read 10.1.2.0/24");
    assertThat(outcome.plan().foreign()).hasSize(1);
  }

  @Test
  void somebodyElsesRowAtTheEidOfAModelIsLeftAlone() throws Exception {
    world.holding(foreign("10.100.0.1/32"));

    Outcome outcome = run(desired(ONE));

    assertThat(world.rows).containsValue(foreign("10.100.0.1/32"));
    assertThat(outcome.plan().entries().getFirst().note()).contains("somebody else's row");
  }

  @Test
  void aRowThatBearsTheMarkIsOursEvenWhereNothingWasRemembered() throws Exception {
    world.holding(ONE);

    run(desired(ONE_CHANGED));

    assertThat(world.rows).containsValue(ONE_CHANGED);
  }

  @Test
  void whatIsNoLongerWantedIsDeletedWhereMostStays() throws Exception {
    MappingRow[] all = new MappingRow[10];
    for (int i = 0; i < all.length; i++) {
      all[i] = row("10.100.1." + i + "/32", "192.0.2.1", 1);
    }
    run(desired(all));

    run(desired(Arrays.copyOf(all, 9)));

    assertThat(world.rows).hasSize(9);
    assertThat(world.published).hasSize(9);
  }

  @Test
  void aPlanThatDeletesTooMuchIsRefusedWholeUntilAnOperatorAcceptsIt() throws Exception {
    run(desired(ONE, TWO));

    Outcome refused = run(desired(ONE_CHANGED));

    assertThat(refused.verdict().isAllowed()).isFalse();
    assertThat(refused.verdict().reason()).contains("1 of our 2 rows", "20 %");
    assertThat(world.rows).containsValues(ONE, TWO);

    run(desired(ONE_CHANGED), new PublishRequest("p", "ann", true, 1));
    assertThat(world.rows).containsOnlyKeys(ONE.eid()).containsValue(ONE_CHANGED);
  }

  @Test
  void nothingWantedDeletesNothingWhoeverAccepts() throws Exception {
    run(desired(ONE, TWO));

    Outcome refused = run(desired(), new PublishRequest("p", "ann", true, 99));

    assertThat(refused.verdict().isAllowed()).isFalse();
    assertThat(refused.verdict().isAcceptable()).isFalse();
    assertThat(world.rows).hasSize(2);
    assertThat(world.actions.getLast().action()).isEqualTo("refuse");
  }

  @Test
  void aRefusalThatStandsIsNotedOnce() throws Exception {
    run(desired(ONE, TWO));
    run(desired(ONE));
    int actions = world.actions.size();

    run(desired(ONE));

    assertThat(world.actions).hasSize(actions);
  }

  @Test
  void aReadThatFailsNeverCountsAsEmpty() throws Exception {
    run(desired(ONE));
    world.readFailure = Optional.of(SdnWorld.BROKEN);
    world.calls.clear();

    assertThatThrownBy(() -> run(desired(TWO))).isInstanceOf(ControllerFailureException.class);
    assertThat(world.calls).isEmpty();
  }

  @Test
  void aRowTheControllerRefusesForGoodRestsAndStopsNoOther() throws Exception {
    world.writeFailure = Optional.of(SdnWorld.BAD);
    Outcome outcome = run(desired(ONE, TWO));
    assertThat(outcome.plan().heldBack()).hasSize(2);

    world.writeFailure = Optional.empty();
    world.calls.clear();
    run(desired(ONE, TWO));
    assertThat(world.calls).isEmpty();

    run(desired(ONE, TWO), new PublishRequest("p", "ann", true, 0));
    assertThat(world.rows).hasSize(2);
  }

  @Test
  void aServerErrorEndsTheRound() {
    world.writeFailure = Optional.of(SdnWorld.BROKEN);

    assertThatThrownBy(() -> run(desired(ONE, TWO))).isInstanceOf(ControllerFailureException.class);
    assertThat(world.calls).containsExactly("put 10.100.0.1/32");
    assertThat(world.actions.getLast().outcome()).isEqualTo("500");
  }

  @Test
  void anAlteredRowIsRepairedTwiceInTenMinutesAndThenLeftAlone() throws Exception {
    run(desired(ONE));
    for (int repair = 0; repair < Ledger.MAX_REPAIRS; repair++) {
      world.rows.put(ONE.eid(), TWO_AT_ONE);
      run(desired(ONE));
      assertThat(world.rows).containsValue(ONE);
    }
    world.rows.put(ONE.eid(), TWO_AT_ONE);

    Outcome stopped = run(desired(ONE));

    assertThat(world.rows).containsValue(TWO_AT_ONE);
    assertThat(stopped.plan().count(Drift.ALTERED)).isEqualTo(1);
    assertThat(stopped.plan().heldBack().getFirst().note()).contains("after 2 repairs");

    world.now = world.now.plus(Duration.ofMinutes(11));
    run(desired(ONE));
    assertThat(world.rows).containsValue(TWO_AT_ONE);

    run(desired(ONE_CHANGED));
    assertThat(world.rows).containsValue(ONE_CHANGED);
  }

  private static final MappingRow TWO_AT_ONE = row("10.100.0.1/32", "192.0.2.66", 1);

  @Test
  void aChangeOfWhatIsWantedIsNoRepair() throws Exception {
    run(desired(ONE));
    for (int weight = 1; weight < 6; weight++) {
      run(desired(row("10.100.0.1/32", "192.0.2.1", weight)));
    }

    assertThat(world.rows).containsValue(row("10.100.0.1/32", "192.0.2.1", 5));
  }

  @Test
  void aRowThatSomebodyReplacedAfterItWasUnwantedIsNotDeleted() throws Exception {
    run(desired(ONE, TWO));
    world.holding(foreign("10.100.0.2/32"));

    run(desired(ONE));

    assertThat(world.rows).containsValue(foreign("10.100.0.2/32"));
    assertThat(world.published).containsOnlyKeys(ONE.eid());
  }
}
