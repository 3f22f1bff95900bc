package io.airouter.persistence;

import io.airouter.history.HistoryEntry;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A row of {@code routing_history} as lists need it: the decision stays in the database. */
@Entity
@Immutable
@Table(name = "routing_history")
class HistoryLineRow extends HistoryColumns {
  private static final String LEFT_OUT = "";

  protected HistoryLineRow() {}

  HistoryEntry toEntry() {
    return toEntry(LEFT_OUT);
  }
}
