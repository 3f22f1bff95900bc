package io.airouter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.access.AuditEntry;
import io.airouter.access.AuditFilter;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JpaAuditLogTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final AuditFilter ALL =
      new AuditFilter("", "", "", Instant.EPOCH, NOON.plusSeconds(60), 100);

  @BeforeEach
  void threeEntries() {
    TestDatabase.execute("TRUNCATE audit_log");
    append(0, "ann", "model.changed", "gpt-4");
    append(1, "bob", "endpoint.changed", "gpt-4-primary");
    append(2, "ann", "endpoint.removed", "gpt-4-secondary");
  }

  @Test
  void theNewestComeFirstAndNoMoreThanAsked() {
    assertThat(subjects(ALL)).containsExactly("gpt-4-secondary", "gpt-4-primary", "gpt-4");
    assertThat(subjects(new AuditFilter("", "", "", Instant.EPOCH, ALL.until(), 1)))
        .containsExactly("gpt-4-secondary");
  }

  @Test
  void eachFilterLetsItsOwnPass() {
    assertThat(subjects(new AuditFilter("ann", "", "", Instant.EPOCH, ALL.until(), 9)))
        .containsExactly("gpt-4-secondary", "gpt-4");
    assertThat(subjects(new AuditFilter("", "endpoint.", "", Instant.EPOCH, ALL.until(), 9)))
        .containsExactly("gpt-4-secondary", "gpt-4-primary");
    assertThat(subjects(new AuditFilter("", "", "gpt-4", Instant.EPOCH, ALL.until(), 9)))
        .containsExactly("gpt-4");
    assertThat(subjects(new AuditFilter("", "", "", NOON.plusSeconds(1), NOON.plusSeconds(2), 9)))
        .containsExactly("gpt-4-primary");
    assertThat(subjects(new AuditFilter("", "%", "", Instant.EPOCH, ALL.until(), 9))).isEmpty();
  }

  private static List<String> subjects(AuditFilter filter) {
    return TestDatabase.inTransaction(
        entities ->
            new JpaAuditLog(entities).find(filter).stream().map(AuditEntry::subject).toList());
  }

  private static void append(int second, String actor, String action, String subject) {
    AuditEntry entry = new AuditEntry(NOON.plusSeconds(second), actor, action, subject, "");
    TestDatabase.inTransaction(
        entities -> {
          new JpaAuditLog(entities).append(entry);
          return entry;
        });
  }
}
