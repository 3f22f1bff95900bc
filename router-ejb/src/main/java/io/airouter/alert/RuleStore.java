package io.airouter.alert;

import io.airouter.access.AuditEntry;
import java.util.List;
import java.util.Optional;

/** Keeps the rules; a change and its audit row are one transaction. */
public interface RuleStore {
  /** All rules whose metric this version knows, by name. */
  List<KeptRule> rules();

  Optional<KeptRule> rule(String id);

  /** Adds a rule; false where one of that id is there already. */
  boolean add(KeptRule rule, AuditEntry audit);

  /** Replaces the rule of that version; false where it is another by now, or none. */
  boolean replace(KeptRule rule, long version, AuditEntry audit);

  /** Removes the rule of that version; false where it is another by now, or none. */
  boolean remove(String id, long version, AuditEntry audit);
}
