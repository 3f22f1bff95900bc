package io.airouter.sdn;

import java.util.List;

/** What it takes to make a controller hold what it should: every row, in the order of EIDs. */
public record Plan(List<PlanEntry> entries) {
  public static final Plan EMPTY = new Plan(List.of());

  public Plan {
    entries = List.copyOf(entries);
  }

  public List<PlanEntry> create() {
    return with(Step.CREATE);
  }

  public List<PlanEntry> replace() {
    return with(Step.REPLACE);
  }

  public List<PlanEntry> delete() {
    return with(Step.DELETE);
  }

  /** Somebody else's rows, which stay. */
  public List<PlanEntry> foreign() {
    return entries.stream().filter(e -> e.drift() == Drift.FOREIGN).toList();
  }

  /** Our rows that are as wanted. */
  public List<PlanEntry> kept() {
    return with(Step.KEEP);
  }

  /** Our rows that are not as wanted and are left alone nevertheless. */
  public List<PlanEntry> heldBack() {
    return with(Step.LEAVE).stream().filter(e -> e.drift() != Drift.FOREIGN).toList();
  }

  public boolean hasWrites() {
    return entries.stream().anyMatch(e -> e.step().isWrite());
  }

  public long count(Drift drift) {
    return entries.stream().filter(e -> e.drift() == drift).count();
  }

  /** How many rows differ from what is wanted, somebody else's rows not counted. */
  public long drifted() {
    return entries.size() - count(Drift.IN_SYNC) - count(Drift.FOREIGN);
  }

  /** Whether nothing is wanted at all. */
  boolean wantsNothing() {
    return entries.stream().allMatch(e -> e.desired().isEmpty());
  }

  /** Our rows that stand there now. */
  long owned() {
    return entries.stream()
        .filter(e -> e.drift() != Drift.FOREIGN && e.drift() != Drift.MISSING)
        .count();
  }

  /** The plan in one line. */
  public String summary() {
    return "create %d, replace %d, delete %d, foreign %d, kept %d"
        .formatted(
            create().size(), replace().size(), delete().size(), foreign().size(), kept().size());
  }

  private List<PlanEntry> with(Step step) {
    return entries.stream().filter(e -> e.step() == step).toList();
  }
}
