package io.airouter.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.history.HistoryEntry;
import io.airouter.history.HistoryLog;
import java.util.ArrayList;
import java.util.List;

/** Keeps entries in memory. */
final class RecordingHistory implements HistoryLog {
  private final List<HistoryEntry> entries = new ArrayList<>();

  @Override
  public void append(HistoryEntry entry) {
    entries.add(entry);
  }

  @Override
  public Standing standing() {
    return new Standing(0, entries.size(), 0);
  }

  HistoryEntry only() {
    assertThat(entries).hasSize(1);
    return entries.getFirst();
  }
}
