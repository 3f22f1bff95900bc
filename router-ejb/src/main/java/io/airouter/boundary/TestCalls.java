package io.airouter.boundary;

import io.airouter.access.AuditEntry;
import io.airouter.access.AuditLog;
import io.airouter.history.DatabaseProbe;
import io.airouter.model.Endpoint;
import io.airouter.model.EndpointId;
import io.airouter.model.Model;
import io.airouter.model.ModelCatalogue;
import io.airouter.query.TestCall;
import io.airouter.query.TestCallResult;
import io.airouter.table.RoutingTable;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.NoSuchElementException;
import java.util.UUID;

/**
 * Test calls of operators. Each is an administrative action and leaves an audit row; it is not in
 * the routing history, because no query was routed: figures, costs and alerts drawn from there
 * would count an operator's poking at a broken endpoint as its users' errors.
 */
@Stateless
@RolesAllowed({Roles.OPERATOR, Roles.ADMIN})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TestCalls {
  @Inject private RoutingTable table;
  @Inject private TestCall test;
  @Inject private AuditLog audit;
  @Inject private DatabaseProbe database;
  @Inject private InstantSource clock;
  @Resource private SessionContext session;

  /**
   * Calls that endpoint and no other, and waits for what comes of it, half a minute at most.
   *
   * @throws NoSuchElementException for an unknown endpoint
   * @throws IllegalArgumentException for a prompt that is blank or too long
   * @throws DatabaseUnavailableException where the action could not be audited
   * @throws TooManyTestCallsException while too many tests run
   */
  public TestCallResult call(EndpointId id, String prompt) {
    if (prompt.isBlank() || prompt.length() > TestCall.MAX_PROMPT) {
      throw new IllegalArgumentException(
          "a test's prompt has 1 to " + TestCall.MAX_PROMPT + " characters");
    }
    ModelCatalogue catalogue = table.snapshot().catalogue();
    Endpoint endpoint =
        catalogue
            .endpoint(id)
            .orElseThrow(() -> new NoSuchElementException("there is no endpoint " + id));
    Model model = catalogue.model(endpoint.model()).orElseThrow();
    if (!database.verdict().up()) {
      throw new DatabaseUnavailableException("the database does not answer");
    }
    TestCallResult tested =
        test.run(model, endpoint, prompt, UUID.randomUUID().toString())
            .orElseThrow(TooManyTestCallsException::new);
    audit.append(
        new AuditEntry(
            clock.instant(),
            session.getCallerPrincipal().getName(),
            "endpoint.tested",
            id.value(),
            detail(tested)));
    return tested;
  }

  private static String detail(TestCallResult tested) {
    String ended =
        "%s after %d ms, %d tokens"
            .formatted(
                tested.outcome().word(), tested.latency().toMillis(), tested.usage().totalTokens());
    return tested.isAnswered() ? ended : ended + ": " + tested.error();
  }
}
