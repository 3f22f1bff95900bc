package io.airouter.persistence;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Lets go of changes that every node has long followed; scheduled work of the leader. */
public record ChangePruning(DataSource database) {
  private static final Logger LOG = System.getLogger(ChangePruning.class.getName());

  /**
   * @param generation of the lead that this is the work of
   */
  public void prune(long generation) {
    try (Connection connection = database.getConnection()) {
      int pruned = new ChangeRows(connection).prune(generation);
      LOG.log(Level.DEBUG, "{0} old changes pruned", pruned);
    } catch (SQLException e) {
      LOG.log(Level.DEBUG, () -> "old changes stay for now: " + e);
    }
  }
}
