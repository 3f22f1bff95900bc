package io.airouter.simulator;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The endpoints a simulator serves, in the order they are started. Ids are unique.
 *
 * @param entries the endpoints
 */
public record Fleet(List<FleetEntry> entries) {

  /** The fleet of the router's default configuration: four models on six endpoints. */
  public static final Fleet SEED =
      new Fleet(
          List.of(
              new FleetEntry("gpt-4-primary", "gpt-4", DialectName.OPENAI, "127.0.1.1"),
              new FleetEntry("gpt-4-secondary", "gpt-4", DialectName.OPENAI, "127.0.1.2"),
              new FleetEntry("claude-3-primary", "claude-3", DialectName.ANTHROPIC, "127.0.2.1"),
              new FleetEntry("claude-3-backup", "claude-3", DialectName.ANTHROPIC, "127.0.2.2"),
              new FleetEntry("gpt-3.5-fast-1", "gpt-3.5-fast", DialectName.OPENAI, "127.0.3.1"),
              new FleetEntry(
                  "llama3.2-local-1", "llama3.2-local", DialectName.OLLAMA, "127.0.4.1")));

  public Fleet {
    entries = List.copyOf(entries);
    Set<String> ids = new HashSet<>();
    for (FleetEntry entry : entries) {
      if (!ids.add(entry.id())) {
        throw new IllegalArgumentException("two endpoints are called " + entry.id());
      }
    }
  }
}
