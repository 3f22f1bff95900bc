package io.airouter.mapserver;

import static io.airouter.mapserver.LispWorld.GPT_4;
import static io.airouter.mapserver.LispWorld.GPT_4_NAME;
import static io.airouter.mapserver.LispWorld.KEY;
import static io.airouter.mapserver.LispWorld.record;
import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.lisp.EidPrefix;
import io.airouter.lisp.EncapsulatedControlMessage;
import io.airouter.lisp.EncapsulatedControlMessage.InnerHeaders;
import io.airouter.lisp.LispAddress;
import io.airouter.lisp.LispMessage;
import io.airouter.lisp.Locator;
import io.airouter.lisp.MapReply;
import io.airouter.lisp.MapRequest;
import io.airouter.lisp.MapRequest.EidRecord;
import io.airouter.lisp.MappingRecord;
import io.airouter.lisp.NegativeAction;
import io.airouter.lisp.NoAddress;
import io.airouter.lisp.UnsupportedMessage;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MapRequestTest {
  private static final InetSocketAddress ITR =
      new InetSocketAddress(InetAddress.ofLiteral("192.0.2.7"), 40_000);
  private static final EidPrefix OFFICE = EidPrefix.parse("10.7.0.0/16");

  private final LispWorld world = new LispWorld();

  @BeforeEach
  void registerAnEndpoint() {
    register(record(GPT_4, "127.0.9.1"), 1);
    world.passHealthChecks();
  }

  @Test
  void aModelsServiceEidAndItsNameAreAnsweredWithItsLocators() {
    Locator locator = Locator.unicast(1, 50, LispAddress.parse("127.0.9.1"));
    assertThat(records(GPT_4)).containsExactly(MappingRecord.proxied(1, GPT_4, List.of(locator)));
    assertThat(records(GPT_4_NAME))
        .containsExactly(MappingRecord.proxied(1, GPT_4_NAME, List.of(locator)));
  }

  @Test
  void theReplyGoesToTheAskersRlocAndSourcePort() {
    assertThat(answers(MapRequest.Flags.NONE, "198.51.100.1", "192.0.2.7"))
        .extracting(Outgoing::destination)
        .containsExactly(ITR);
  }

  @Test
  void anRlocOfThePacketsFamilyIsPreferred() {
    assertThat(answers(MapRequest.Flags.NONE, "2001:db8::1", "198.51.100.1"))
        .extracting(Outgoing::destination)
        .containsExactly(new InetSocketAddress(InetAddress.ofLiteral("198.51.100.1"), 40_000));
  }

  @Test
  void anEncapsulatedRequestIsAnsweredToItsInnerSourcePort() {
    InnerHeaders inner =
        new InnerHeaders(
            LispAddress.parse("198.51.100.9"), LispAddress.parse("10.100.0.1"), 61_000, 4342);
    MapRequest request = request(MapRequest.Flags.NONE, "192.0.2.7", "198.51.100.9");
    LispMessage ecm = new EncapsulatedControlMessage(false, inner, request);
    assertThat(world.mapServer().answer(ecm, ITR))
        .extracting(Outgoing::destination)
        .containsExactly(new InetSocketAddress(InetAddress.ofLiteral("198.51.100.9"), 61_000));
    assertThat(world.count(Tally.ECM)).isOne();
  }

  @Test
  void aStrangersEidIsAnsweredNegativelyForAWhile() {
    assertThat(records(EidPrefix.parse("203.0.113.9")))
        .containsExactly(
            MappingRecord.negative(
                15, EidPrefix.parse("128.0.0.0/1"), NegativeAction.NATIVELY_FORWARD));
    assertThat(world.count(Tally.NEGATIVE_REPLIES)).isOne();
  }

  @Test
  void aSitesEidWithoutRegistrationIsAnsweredNegativelyForAMinute() {
    assertThat(records(EidPrefix.parse("10.7.1.1")))
        .containsExactly(MappingRecord.negative(1, OFFICE, NegativeAction.NATIVELY_FORWARD));
    assertThat(records(EidPrefix.parse("10.100.0.2")))
        .containsExactly(
            MappingRecord.negative(
                1, EidPrefix.parse("10.100.0.2/31"), NegativeAction.NATIVELY_FORWARD));
  }

  @Test
  void aModelThatNobodyServesIsAnsweredNegativelyForAMinute() {
    register(record(0, GPT_4), 2);
    assertThat(records(GPT_4))
        .containsExactly(MappingRecord.negative(1, GPT_4, NegativeAction.NATIVELY_FORWARD));
  }

  @Test
  void thePrefixesWithinTheOneFoundAreAnsweredToo() {
    EidPrefix wide = EidPrefix.parse("10.100.64.0/18");
    EidPrefix narrow = EidPrefix.parse("10.100.65.0/24");
    register(record(wide, "192.0.2.1"), 2);
    register(record(narrow, "192.0.2.2"), 3);
    assertThat(records(EidPrefix.parse("10.100.66.1")))
        .extracting(MappingRecord::eid)
        .containsExactly(wide, narrow);
  }

  @Test
  void tooManyPrefixesWithinTheOneFoundNarrowTheAnswer() {
    register(record(EidPrefix.parse("10.100.64.0/18"), "192.0.2.1"), 2);
    for (int i = 0; i < 20; i++) {
      register(record(EidPrefix.parse("10.100.65." + i + "/32"), "192.0.2.2"), 3 + i);
    }
    assertThat(records(EidPrefix.parse("10.100.66.1")))
        .extracting(MappingRecord::eid)
        .containsExactly(EidPrefix.parse("10.100.66.0/23"));
  }

  @Test
  void severalRecordsAreAnsweredInOneReply() {
    assertThat(records(GPT_4, EidPrefix.parse("10.7.1.1")))
        .extracting(MappingRecord::eid)
        .containsExactly(GPT_4, OFFICE);
  }

  @Test
  void whatAProxySaysIsNeitherAuthoritativeNorLocal() {
    EidPrefix eid = EidPrefix.parse("10.100.5.0/24");
    Locator local = new Locator(1, 50, 255, 0, true, false, true, LispAddress.parse("192.0.2.1"));
    register(new MappingRecord(60, eid, NegativeAction.NO_ACTION, true, 5, List.of(local)), 2);
    MappingRecord answered = records(eid).getFirst();
    assertThat(answered.authoritative()).isFalse();
    assertThat(answered.locators().getFirst().local()).isFalse();
    assertThat(answered.ttlMinutes()).isEqualTo(60);
  }

  @Test
  void probesSolicitationsAndRequestsThatWantNoReplyGetNone() {
    MapRequest.Flags probe = new MapRequest.Flags(false, true, false, false, false, false, false);
    MapRequest.Flags noReply = new MapRequest.Flags(false, false, false, false, false, false, true);
    assertThat(answers(probe, "192.0.2.7")).isEmpty();
    assertThat(answers(MapRequest.Flags.SOLICITATION, "192.0.2.7")).isEmpty();
    assertThat(answers(noReply, "192.0.2.7")).isEmpty();
    assertThat(world.count(Tally.DROPPED_PROBE)).isOne();
    assertThat(world.count(Tally.DROPPED_SMR)).isOne();
    assertThat(world.count(Tally.MAP_REPLIES)).isZero();
  }

  @Test
  void nobodyFromOutsideMakesTheRouterSendToItsOwnHost() {
    for (String rloc : List.of("127.0.0.1", "0.0.0.0", "224.0.0.1", "::1")) {
      assertThat(answers(MapRequest.Flags.NONE, rloc)).isEmpty();
    }
    assertThat(world.count(Tally.DROPPED_ITR_RLOC)).isEqualTo(4);
  }

  @Test
  void messagesForOthersAreCountedAndDropped() {
    Stream<LispMessage> messages =
        Stream.of(MapReply.of(1, List.of()), new UnsupportedMessage(6), new UnsupportedMessage(8));
    assertThat(messages.flatMap(m -> world.mapServer().answer(m, ITR).stream())).isEmpty();
    assertThat(world.count(Tally.DROPPED_UNEXPECTED)).isOne();
    assertThat(world.count(Tally.UNSUPPORTED_TYPE)).isOne();
    assertThat(world.count(Tally.UNSUPPORTED_LISP_SEC)).isOne();
  }

  private void register(MappingRecord record, long nonce) {
    assertThat(world.mapServer().register(LispWorld.register(nonce, KEY, record), k -> true, ITR))
        .hasSize(1);
  }

  private List<Outgoing> answers(MapRequest.Flags flags, String... itrRlocs) {
    return world.mapServer().answer(request(flags, itrRlocs), ITR);
  }

  private List<MappingRecord> records(EidPrefix... eids) {
    MapRequest request = request(List.of(eids), MapRequest.Flags.NONE, "192.0.2.7");
    MapReply reply = (MapReply) world.mapServer().answer(request, ITR).getFirst().message();
    assertThat(reply.nonce()).isEqualTo(99);
    return reply.records();
  }

  private static MapRequest request(MapRequest.Flags flags, String... itrRlocs) {
    return request(List.of(GPT_4), flags, itrRlocs);
  }

  private static MapRequest request(
      List<EidPrefix> eids, MapRequest.Flags flags, String... itrRlocs) {
    return new MapRequest(
        flags,
        99,
        NoAddress.NONE,
        Stream.of(itrRlocs).map(LispAddress::parse).toList(),
        eids.stream().map(eid -> new EidRecord(false, eid)).toList(),
        Optional.empty(),
        Optional.empty());
  }
}
