package io.airouter.persistence;

import io.airouter.lisp.EidPrefix;
import io.airouter.sdn.ControllerName;
import io.airouter.sdn.PublishJournal;
import io.airouter.sdn.SdnAction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** What was published and done at controllers, in PostgreSQL. */
public final class JdbcPublishJournal implements PublishJournal {
  private final Sql sql;

  public JdbcPublishJournal(DataSource database) {
    this.sql = new Sql(database);
  }

  @Override
  public Map<EidPrefix, String> published(ControllerName controller) {
    Map<EidPrefix, String> rows = new HashMap<>();
    sql.query(
        "SELECT eid, content FROM sdn_published WHERE controller = ?",
        row -> rows.put(EidPrefix.parse(row.getString("eid")), row.getString("content")),
        controller.value());
    return rows;
  }

  @Override
  public void remember(ControllerName controller, EidPrefix eid, String text) {
    sql.update(
        """
        INSERT INTO sdn_published (controller, eid, content) VALUES (?, ?, ?)
        ON CONFLICT (controller, eid) DO UPDATE SET content = excluded.content
        """,
        controller.value(),
        eid.toString(),
        text);
  }

  @Override
  public void forget(ControllerName controller, EidPrefix eid) {
    sql.update(
        "DELETE FROM sdn_published WHERE controller = ? AND eid = ?",
        controller.value(),
        eid.toString());
  }

  @Override
  public void append(SdnAction action) {
    sql.update(
        """
        INSERT INTO sdn_audit (ts, controller, actor, request_id, action, subject, before, after,
          status, outcome)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        Timestamp.from(action.at()),
        action.controller().value(),
        action.actor(),
        action.requestId(),
        action.action(),
        action.subject(),
        action.before(),
        action.after(),
        action.status(),
        action.outcome());
  }

  @Override
  public List<SdnAction> recent(ControllerName controller, int count) {
    return sql.query(
        "SELECT * FROM sdn_audit WHERE controller = ? ORDER BY id DESC LIMIT ?",
        JdbcPublishJournal::action,
        controller.value(),
        count);
  }

  private static SdnAction action(ResultSet row) throws SQLException {
    int status = row.getInt("status");
    return new SdnAction(
        row.getTimestamp("ts").toInstant(),
        new ControllerName(row.getString("controller")),
        row.getString("actor"),
        row.getString("request_id"),
        row.getString("action"),
        row.getString("subject"),
        row.getString("before"),
        row.getString("after"),
        status == 0 ? Optional.empty() : Optional.of(status),
        row.getString("outcome"));
  }
}
