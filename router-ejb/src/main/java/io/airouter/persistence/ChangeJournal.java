package io.airouter.persistence;

import io.airouter.cluster.Node;
import io.airouter.cluster.StoredChange;
import jakarta.persistence.EntityManager;

/**
 * Tells the other nodes of a change, in its transaction. To be called before the change's own rows
 * are written: who records waits for its turn first, so that no two transactions wait for each
 * other's rows.
 */
final class ChangeJournal {
  private static final String RECORD =
      "SELECT record_route_change(:kind, :subject, :origin) AS version";

  private ChangeJournal() {}

  static void record(EntityManager entities, Node node, StoredChange change) {
    ChangeText text = ChangeText.of(change);
    entities
        .createNativeQuery(RECORD, Long.class)
        .setParameter("kind", text.kind())
        .setParameter("subject", text.subject())
        .setParameter("origin", node.id())
        .getSingleResult();
  }
}
