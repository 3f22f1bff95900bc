package io.airouter.persistence;

import io.airouter.history.HistoryEntry;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;

/** A row of {@code routing_history}, read only; {@link HistoryBatch} writes them. */
@Entity
@Immutable
@Table(name = "routing_history")
class HistoryRow extends HistoryColumns {
  @Column(columnDefinition = "jsonb")
  @ColumnTransformer(read = "decision::text", write = "?::jsonb")
  private String decision;

  protected HistoryRow() {}

  HistoryEntry toEntry() {
    return toEntry(decision);
  }
}
