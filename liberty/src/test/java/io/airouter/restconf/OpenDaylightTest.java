package io.airouter.restconf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.airouter.lisp.EidPrefix;
import io.airouter.lisp.LispAddress;
import io.airouter.lisp.Locator;
import io.airouter.lisp.NegativeAction;
import io.airouter.sdn.AllowedHosts;
import io.airouter.sdn.Controller;
import io.airouter.sdn.ControllerFailure.Kind;
import io.airouter.sdn.ControllerFailureException;
import io.airouter.sdn.ControllerLogin;
import io.airouter.sdn.ControllerName;
import io.airouter.sdn.ControllerType;
import io.airouter.sdn.MappingRow;
import io.airouter.sdn.OwnershipMark;
import io.airouter.sdn.RowLocator;
import io.airouter.southbound.OpenDaylight;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenDaylightTest {
  private static final AllowedHosts LOOPBACK =
      new AllowedHosts(Set.of(), Set.of(), List.of(), true);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final EidPrefix EID = EidPrefix.parse("10.100.0.1/32");

  private ControllerDouble controller;

  @BeforeEach
  void start() throws Exception {
    controller = ControllerDouble.start(0);
  }

  @AfterEach
  void stop() {
    controller.close();
  }

  private OpenDaylight client() {
    return client(controller.url(), ControllerDouble.PASSWORD, Optional.empty());
  }

  private static OpenDaylight client(URI url, String password, Optional<String> trust) {
    return new OpenDaylight(
        new Controller(
            new ControllerName("odl"),
            ControllerType.OPENDAYLIGHT,
            url,
            Optional.of(new ControllerLogin(ControllerDouble.USERNAME, password)),
            true,
            true,
            trust,
            Controller.Source.MADE),
        LOOPBACK,
        PATIENCE);
  }

  private static MappingRow row(EidPrefix eid, String... rlocs) {
    return new MappingRow(
        eid,
        1,
        NegativeAction.NO_ACTION,
        Arrays.stream(rlocs)
            .map(LispAddress::parse)
            .map(a -> new RowLocator(OwnershipMark.locatorId(a), Locator.unicast(1, 70, a)))
            .toList());
  }

  private Kind failure(OpenDaylight client) {
    try (client) {
      return catchThrowableOfType(ControllerFailureException.class, client::eids).failure().kind();
    }
  }

  @Test
  void anEmptyDatabaseIsMissingDataAndNoFailure() throws Exception {
    try (OpenDaylight client = client()) {
      assertThat(client.eids()).isEmpty();
      assertThat(client.row(EID)).isEmpty();
      assertThat(client.registrations()).isEmpty();
      assertThat(client.delete(EID)).isEqualTo(404);
    }
  }

  @Test
  void whatIsWrittenIsReadAsTheSameWhateverItsSpelling() throws Exception {
    EidPrefix six = EidPrefix.parse("2001:db8:100::1/128");
    try (OpenDaylight client = client()) {
      assertThat(client.put(row(EID, "192.0.2.1", "2001:db8::1"))).isEqualTo(201);
      assertThat(client.put(row(EID, "192.0.2.1", "2001:db8::1"))).isEqualTo(204);
      client.put(row(six, "192.0.2.1"));

      assertThat(client.eids()).containsExactlyInAnyOrder(EID, six);
      assertThat(client.row(EID)).contains(row(EID, "2001:db8::1", "192.0.2.1"));
      assertThat(client.row(six)).contains(row(six, "192.0.2.1"));
      assertThat(client.delete(six)).isEqualTo(204);
      assertThat(client.eids()).containsExactly(EID);
    }
    assertThat(controller.row("ipv4:10.100.0.1/32").orElseThrow().toString())
        .doesNotContain("virtual-network-id");
  }

  @Test
  void onlyIdsAndSingleRowsAreReadSoThatNoKeyOfASiteTravels() throws Exception {
    controller.configure(Rows.northbound("10.1.2.0/24", "branch", "10.20.0.2"));
    try (OpenDaylight client = client()) {
      client.put(row(EID, "192.0.2.1"));
      client.eids();
      client.row(EID);
    }
    assertThat(controller.requests().stream().filter(r -> r.startsWith("GET /restconf")))
        .allMatch(r -> r.contains("fields=mapping(eid-uri)") || r.contains("/mapping="));
  }

  @Test
  void registrationsAreReadFromOctetsAndNegativeRowsLeftOut() throws Exception {
    controller.register(Rows.registered("10.100.0.1/32", "10.20.0.2"));
    controller.register(Rows.negative("10.64.0.0/10"));
    try (OpenDaylight client = client()) {
      List<MappingRow> found = client.registrations();
      assertThat(found).extracting(MappingRow::eid).containsExactly(EID);
      assertThat(found.getFirst().locators().getFirst().locator().rloc())
          .isEqualTo(LispAddress.parse("10.20.0.2"));
    }
  }

  @Test
  void theConfiguredRootHoldsWhereNoneIsDiscovered() throws Exception {
    controller.hideRoot();
    URI url = controller.url().resolve("/restconf/");
    try (OpenDaylight client = client(url, ControllerDouble.PASSWORD, Optional.empty())) {
      assertThat(client.probe()).contains("/restconf, 0 mappings");
    }
  }

  @Test
  void aRootThatIsNotThereIsAFailureAndNoEmptyDatabase() {
    controller.hideRoot();
    assertThat(failure(client())).isEqualTo(Kind.STATUS);
    controller.setMood(Mood.HAS_NO_SERVICE);
    assertThat(failure(client())).isEqualTo(Kind.STATUS);
  }

  @Test
  void everyMoodIsAFailureOfItsKind() {
    controller.setMood(Mood.FAILS);
    assertThat(failure(client())).isEqualTo(Kind.STATUS);
    controller.setMood(Mood.RAVES);
    assertThat(failure(client())).isEqualTo(Kind.RUBBISH);
    controller.setMood(Mood.REDIRECTS);
    assertThat(failure(client())).isEqualTo(Kind.STATUS);
  }

  @Test
  void retryAfterIsHandedOn() {
    controller.setMood(Mood.OVERLOADED);
    try (OpenDaylight client = client()) {
      assertThatThrownBy(client::eids)
          .isInstanceOfSatisfying(
              ControllerFailureException.class,
              e -> assertThat(e.failure().retryAfter()).contains(Duration.ofSeconds(2)));
    }
  }

  @Test
  void aControllerThatHangsIsLeftAfterAWhile() {
    controller.setMood(Mood.HANGS);
    Controller known =
        new Controller(
            new ControllerName("odl"),
            ControllerType.OPENDAYLIGHT,
            controller.url(),
            Optional.empty(),
            true,
            false,
            Optional.empty(),
            Controller.Source.MADE);
    assertThat(failure(new OpenDaylight(known, LOOPBACK, Duration.ofMillis(300))))
        .isEqualTo(Kind.TIMEOUT);
  }

  @Test
  void aWrongPasswordIsToldAsOneAndNotShown() {
    try (OpenDaylight client = client(controller.url(), "wrong one", Optional.empty())) {
      assertThatThrownBy(client::eids)
          .hasMessageContaining("credentials")
          .hasMessageNotContaining("wrong one");
    }
  }

  @Test
  void nobodyListensIsUnreachable() {
    URI url = controller.url();
    controller.close();
    assertThat(failure(client(url, "x", Optional.empty()))).isEqualTo(Kind.UNREACHABLE);
  }

  @Test
  void aHostThatMayNotBeCalledIsNot() {
    AllowedHosts production = new AllowedHosts(Set.of(), Set.of(), List.of(), false);
    Controller known =
        new Controller(
            new ControllerName("odl"),
            ControllerType.OPENDAYLIGHT,
            controller.url(),
            Optional.empty(),
            true,
            false,
            Optional.empty(),
            Controller.Source.MADE);
    assertThat(failure(new OpenDaylight(known, production, PATIENCE)))
        .isEqualTo(Kind.FORBIDDEN_HOST);
    assertThat(controller.requests()).isEmpty();
  }

  @Test
  void aCertificateCountsOnlyWhereItIsTrusted(@TempDir Path folder) throws Exception {
    SelfSigned own = SelfSigned.in(folder);
    try (ControllerDouble secure = ControllerDouble.start(own.context());
        OpenDaylight trusting =
            client(secure.url(), ControllerDouble.PASSWORD, Optional.of(own.pem()))) {
      assertThat(failure(client(secure.url(), ControllerDouble.PASSWORD, Optional.empty())))
          .isEqualTo(Kind.CERTIFICATE);
      assertThat(trusting.eids()).isEmpty();
    }
  }
}
