package io.airouter.persistence;

import io.airouter.access.SecretBox;
import io.airouter.access.SecretBox.Sealed;
import io.airouter.model.EndpointId;
import io.airouter.sdn.Controller;
import io.airouter.sdn.ControllerLogin;
import io.airouter.sdn.ControllerName;
import io.airouter.sdn.ControllerState;
import io.airouter.sdn.ControllerType;
import io.airouter.sdn.Controllers;
import io.airouter.sdn.ImportedLocation;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** SDN controllers in PostgreSQL, their passwords sealed with a key that is not there. */
public final class JdbcControllers implements Controllers {
  private final Sql sql;
  private final SecretBox box;

  public JdbcControllers(DataSource database, SecretBox box) {
    this.sql = new Sql(database);
    this.box = box;
  }

  @Override
  public List<Controller> all() {
    return sql.query("SELECT * FROM sdn_controller ORDER BY name", this::controller);
  }

  private Controller controller(ResultSet row) throws SQLException {
    String name = row.getString("name");
    Optional<String> username = Optional.ofNullable(row.getString("username"));
    Optional<ControllerLogin> login = Optional.empty();
    if (username.isPresent()) {
      Sealed sealed = new Sealed(row.getString("key_id"), row.getBytes("sealed"));
      String password = new String(box.open(sealed, purpose(name)), StandardCharsets.UTF_8);
      login = Optional.of(new ControllerLogin(username.get(), password));
    }
    return new Controller(
        new ControllerName(name),
        ControllerType.ofWord(row.getString("type")),
        URI.create(row.getString("url")),
        login,
        row.getBoolean("publish"),
        row.getBoolean("imports"),
        Optional.ofNullable(row.getString("trust_pem")),
        row.getString("source").equals(Controller.Source.MADE.word())
            ? Controller.Source.MADE
            : Controller.Source.CONFIGURED);
  }

  @Override
  public void save(Controller controller) {
    Optional<Sealed> sealed =
        controller
            .login()
            .map(login -> login.password().getBytes(StandardCharsets.UTF_8))
            .map(octets -> box.seal(octets, purpose(controller.name().value())));
    sql.update(
        """
        INSERT INTO sdn_controller
          (name, type, url, username, sealed, key_id, publish, imports, trust_pem, source)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (name) DO UPDATE SET type = excluded.type, url = excluded.url,
          username = excluded.username, sealed = excluded.sealed, key_id = excluded.key_id,
          publish = excluded.publish, imports = excluded.imports,
          trust_pem = excluded.trust_pem, source = excluded.source
        """,
        controller.name().value(),
        controller.type().word(),
        controller.url().toString(),
        controller.login().map(ControllerLogin::username),
        sealed.map(Sealed::octets),
        sealed.map(Sealed::keyId),
        controller.publish(),
        controller.imports(),
        controller.trust(),
        controller.source().word());
  }

  private static String purpose(String name) {
    return "sdn_controller/" + name;
  }

  @Override
  public void remove(ControllerName name) {
    sql.update("DELETE FROM sdn_controller WHERE name = ?", name.value());
  }

  @Override
  public Map<ControllerName, ControllerState> states() {
    Map<ControllerName, ControllerState> states = new HashMap<>();
    sql.query(
        "SELECT * FROM sdn_state",
        row ->
            states.put(
                new ControllerName(row.getString("controller")), ControllerStateJson.read(row)));
    return states;
  }

  @Override
  public void save(ControllerName name, ControllerState state) {
    sql.update(
        """
        INSERT INTO sdn_state (controller, condition, reason, last_attempt, last_success,
          next_attempt, failures, applied_generation, imported, compared)
        SELECT name, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb FROM sdn_controller WHERE name = ?
        ON CONFLICT (controller) DO UPDATE SET condition = excluded.condition,
          reason = excluded.reason, last_attempt = excluded.last_attempt,
          last_success = excluded.last_success, next_attempt = excluded.next_attempt,
          failures = excluded.failures, applied_generation = excluded.applied_generation,
          imported = excluded.imported, compared = excluded.compared
        """,
        state.condition().word(),
        state.reason(),
        state.lastAttempt().map(Timestamp::from),
        state.lastSuccess().map(Timestamp::from),
        state.nextAttempt().map(Timestamp::from),
        state.failures(),
        state.appliedGeneration(),
        state.imported(),
        ControllerStateJson.of(state.entries()).toString(),
        name.value());
  }

  @Override
  public long generation() {
    return sql.query(
            """
            SELECT coalesce(max(version), 0) FROM route_change
            WHERE kind IN ('model', 'endpoint', 'policy', 'registration')
            """,
            row -> row.getLong(1))
        .getFirst();
  }

  @Override
  public void ask(ControllerName name, Request request) {
    sql.update(
        """
        INSERT INTO sdn_request (id, controller, actor, asked_at, accepted_deletions)
        VALUES (?, ?, ?, ?, ?)
        """,
        request.id(),
        name.value(),
        request.actor(),
        Timestamp.from(request.at()),
        request.acceptedDeletions());
  }

  @Override
  public List<Asked> open() {
    sql.update(
        """
        UPDATE sdn_request SET outcome = 'lapsed; ask again'
        WHERE outcome IS NULL AND asked_at <= now() - make_interval(secs => ?)
        """,
        LAPSES.toSeconds());
    return sql.query(
        "SELECT * FROM sdn_request WHERE outcome IS NULL ORDER BY asked_at LIMIT 100",
        row ->
            new Asked(
                new ControllerName(row.getString("controller")),
                new Request(
                    row.getString("id"),
                    row.getString("actor"),
                    row.getTimestamp("asked_at").toInstant(),
                    row.getInt("accepted_deletions"))));
  }

  @Override
  public void done(String requestId, String outcome) {
    sql.update("UPDATE sdn_request SET outcome = ? WHERE id = ?", outcome, requestId);
  }

  @Override
  public Optional<String> outcome(String requestId) {
    return sql
        .query(
            "SELECT outcome FROM sdn_request WHERE id = ? AND outcome IS NOT NULL",
            row -> row.getString(1),
            requestId)
        .stream()
        .findFirst();
  }

  @Override
  public List<ImportedLocation> imported(ControllerName name) {
    return sql.query(
        "SELECT * FROM sdn_imported WHERE controller = ? ORDER BY endpoint",
        row ->
            new ImportedLocation(
                new EndpointId(row.getString("endpoint")),
                row.getTimestamp("last_seen").toInstant(),
                row.getString("said")),
        name.value());
  }

  @Override
  public void saveImported(ControllerName name, List<ImportedLocation> imported) {
    String[] endpoints = imported.stream().map(i -> i.endpoint().value()).toArray(String[]::new);
    Timestamp[] seen =
        imported.stream().map(i -> Timestamp.from(i.lastSeen())).toArray(Timestamp[]::new);
    sql.update(
        """
        WITH now_known AS (
          SELECT * FROM unnest(?::text[], ?::timestamptz[], ?::text[]) AS k(endpoint, seen, said)),
        gone AS (DELETE FROM sdn_imported WHERE controller = ?
                 AND endpoint NOT IN (SELECT endpoint FROM now_known))
        INSERT INTO sdn_imported (controller, endpoint, last_seen, said)
        SELECT ?, endpoint, seen, said FROM now_known
        ON CONFLICT (controller, endpoint) DO UPDATE
          SET last_seen = excluded.last_seen, said = excluded.said
        """,
        endpoints,
        seen,
        imported.stream().map(ImportedLocation::said).toArray(String[]::new),
        name.value(),
        name.value());
  }
}
