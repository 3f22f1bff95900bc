package io.airouter.persistence;

import io.airouter.mapserver.AcceptedNonces;
import io.airouter.mapserver.NonceKey;
import io.airouter.mapserver.Registration;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Writes what many Map-Registers moved, in one batch a table: below JPA, which would read each row
 * first. Runs on the connection and in the transaction of its caller.
 */
record RegistrationBatch(Connection connection) {
  private static final String REFRESH =
      """
      UPDATE registration SET last_seen = ?, expires_at = ?
      WHERE site = ? AND instance_id = ? AND address = ? AND mask_length = ? AND registrant = ?
      """;

  /**
   * A site may have been removed since; its nonces are then of no interest. What another node
   * accepted meanwhile stays beside what this one did, up to the newest of both.
   */
  private static final String NONCES =
      """
      INSERT INTO accepted_nonces (site, key_id, xtr, nonces, updated_at)
      SELECT name, ?, ?, ?, clock_timestamp() FROM site WHERE name = ?
      ON CONFLICT (site, key_id, xtr) DO UPDATE SET updated_at = excluded.updated_at, nonces = (
        SELECT array_agg(nonce ORDER BY last) FROM (
          SELECT nonce, max(place) AS last
          FROM unnest(accepted_nonces.nonces || excluded.nonces) WITH ORDINALITY AS u(nonce, place)
          GROUP BY nonce ORDER BY last DESC LIMIT %d) AS newest)
      """
          .formatted(AcceptedNonces.WINDOW);

  void refresh(List<Registration> seen) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(REFRESH)) {
      for (Registration registration : seen) {
        RegistrationRowKey key = RegistrationRowKey.of(registration.key());
        update.setObject(1, utc(registration.lastSeen()));
        update.setObject(2, utc(registration.expiresAt()));
        update.setString(3, key.site());
        update.setLong(4, key.instanceId());
        update.setString(5, key.address());
        update.setInt(6, key.maskLength());
        update.setString(7, key.registrant());
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  void save(List<AcceptedNonces> nonces) throws SQLException {
    try (PreparedStatement upsert = connection.prepareStatement(NONCES)) {
      for (AcceptedNonces accepted : nonces) {
        NonceKey key = accepted.key();
        upsert.setInt(1, key.keyId());
        upsert.setString(2, key.xtr());
        upsert.setArray(3, connection.createArrayOf("bigint", accepted.nonces().toArray()));
        upsert.setString(4, key.site());
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
