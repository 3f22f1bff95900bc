package io.airouter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airouter.access.SecretBox;
import io.airouter.lisp.EidPrefix;
import io.airouter.model.EndpointId;
import io.airouter.sdn.Controller;
import io.airouter.sdn.ControllerLogin;
import io.airouter.sdn.ControllerName;
import io.airouter.sdn.ControllerState;
import io.airouter.sdn.ControllerState.ComparedRow;
import io.airouter.sdn.ControllerState.Condition;
import io.airouter.sdn.ControllerType;
import io.airouter.sdn.Controllers.Request;
import io.airouter.sdn.ImportedLocation;
import io.airouter.sdn.SdnAction;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JdbcControllersTest {
  private static final ControllerName NAME = new ControllerName("odl-test");
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final EidPrefix EID = EidPrefix.parse("10.100.0.1/32");

  private final JdbcControllers controllers =
      new JdbcControllers(TestDatabase.SOURCE, new SecretBox(new byte[32], new SecureRandom()));
  private final JdbcPublishJournal journal = new JdbcPublishJournal(TestDatabase.SOURCE);

  private static Controller controller(Optional<ControllerLogin> login) {
    return new Controller(
        NAME,
        ControllerType.OPENDAYLIGHT,
        URI.create("https://odl.example:8443/rests"),
        login,
        true,
        true,
        Optional.of("pem"),
        Controller.Source.MADE);
  }

  @AfterEach
  void clear() {
    controllers.remove(NAME);
  }

  @Test
  void aControllerComesBackWithItsPasswordWhichIsSealedInTheTable() {
    Controller kept = controller(Optional.of(new ControllerLogin("admin", "hush hush")));
    controllers.save(kept);

    assertThat(controllers.all()).containsExactly(kept);
    assertThat(
            TestDatabase.count(
                "SELECT count(*) FROM sdn_controller c WHERE c::text LIKE '%hush hush%'"
                    + " OR position('hush hush'::bytea in sealed) > 0"))
        .isZero();

    controllers.save(controller(Optional.empty()));
    assertThat(controllers.all()).containsExactly(controller(Optional.empty()));
  }

  @Test
  void stateRequestsAndImportsComeBack() {
    controllers.save(controller(Optional.empty()));
    ControllerState state =
        new ControllerState(
            Condition.CONTESTED,
            "why",
            Optional.of(NOW),
            Optional.empty(),
            Optional.of(NOW.plusSeconds(60)),
            3,
            17,
            List.of(new ComparedRow("10.100.0.1/32", "m", "altered", "leave", "a", "b", "n")),
            2);
    controllers.save(NAME, state);
    controllers.save(NAME, state);
    assertThat(controllers.states()).containsEntry(NAME, state);

    controllers.ask(NAME, new Request("r-1", "ann", Instant.now(), 2));
    assertThat(controllers.open()).extracting(a -> a.request().id()).containsExactly("r-1");
    controllers.done("r-1", "in_sync");
    assertThat(controllers.open()).isEmpty();
    assertThat(controllers.outcome("r-1")).contains("in_sync");

    ImportedLocation one = new ImportedLocation(new EndpointId("m-sdn-1"), NOW, "1/50");
    ImportedLocation two = new ImportedLocation(new EndpointId("m-sdn-2"), NOW, "1/50");
    controllers.saveImported(NAME, List.of(one, two));
    controllers.saveImported(NAME, List.of(two));
    assertThat(controllers.imported(NAME)).containsExactly(two);
  }

  @Test
  void aRequestThatNobodyTookUpLapses() {
    controllers.save(controller(Optional.empty()));
    Instant now = Instant.now();
    controllers.ask(NAME, new Request("r-old", "ann", now.minusSeconds(130), 2));
    controllers.ask(NAME, new Request("r-new", "ann", now.minusSeconds(60), 2));

    assertThat(controllers.open()).extracting(a -> a.request().id()).containsExactly("r-new");
    assertThat(controllers.outcome("r-old")).contains("lapsed; ask again");
    assertThat(controllers.outcome("r-new")).isEmpty();
  }

  @Test
  void aStateOfAControllerThatWasForgottenMeanwhileIsNotKept() {
    controllers.save(NAME, ControllerState.NEW);

    assertThat(controllers.states()).doesNotContainKey(NAME);
  }

  @Test
  void whatWasPublishedIsRememberedAndTheAuditOnlyGrows() {
    controllers.save(controller(Optional.empty()));
    journal.remember(NAME, EID, "");
    journal.remember(NAME, EID, "text");
    assertThat(journal.published(NAME)).containsEntry(EID, "text");
    journal.forget(NAME, EID);
    assertThat(journal.published(NAME)).isEmpty();

    SdnAction action =
        new SdnAction(
            NOW, NAME, "ann", "r-1", "create", "10.100.0.1/32", "", "a", Optional.of(201), "ok");
    journal.append(action);
    assertThat(journal.recent(NAME, 1)).containsExactly(action);
    assertThatThrownBy(() -> TestDatabase.execute("DELETE FROM sdn_audit"))
        .hasStackTraceContaining("only grows");
  }
}
