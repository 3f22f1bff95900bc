package io.airouter.sdn;

import io.airouter.lisp.EidPrefix;
import io.airouter.lisp.LispAddress;
import io.airouter.lisp.Locator;
import io.airouter.lisp.NegativeAction;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/** A controller, its journal and a clock in memory. */
final class SdnWorld implements RemoteMappings, PublishJournal, InstantSource {
  static final ControllerName NAME = new ControllerName("odl");
  static final ControllerFailure BROKEN = ControllerFailure.ofStatus(500, "500", Optional.empty());
  static final ControllerFailure BAD = ControllerFailure.ofStatus(400, "400", Optional.empty());

  final Map<EidPrefix, MappingRow> rows = new LinkedHashMap<>();
  final Map<EidPrefix, String> published = new HashMap<>();
  final List<SdnAction> actions = new ArrayList<>();
  final List<String> calls = new ArrayList<>();
  Optional<ControllerFailure> readFailure = Optional.empty();
  Optional<ControllerFailure> writeFailure = Optional.empty();
  Instant now = Instant.parse("2026-01-01T00:00:00Z");

  static MappingRow row(String eid, String rloc, int weight) {
    LispAddress address = LispAddress.parse(rloc);
    return new MappingRow(
        EidPrefix.parse(eid),
        1,
        NegativeAction.NO_ACTION,
        List.of(
            new RowLocator(OwnershipMark.locatorId(address), Locator.unicast(1, weight, address))));
  }

  static MappingRow foreign(String eid) {
    LispAddress address = LispAddress.parse("192.0.2.99");
    return new MappingRow(
        EidPrefix.parse(eid),
        1440,
        NegativeAction.NO_ACTION,
        List.of(new RowLocator("branch", Locator.unicast(1, 1, address))));
  }

  static DesiredMappings desired(MappingRow... rows) {
    return new DesiredMappings(
        1, Arrays.stream(rows).map(row -> new DesiredMapping("m", row)).toList());
  }

  SdnWorld holding(MappingRow... held) {
    for (MappingRow row : held) {
      rows.put(row.eid(), row);
    }
    return this;
  }

  Publication publication() {
    return new Publication(new Publication.Target(NAME, this), new PublishRules(20), this, this);
  }

  Ledger ledger() {
    return Ledger.of(published);
  }

  private void read() throws ControllerFailureException {
    if (readFailure.isPresent()) {
      throw new ControllerFailureException(readFailure.get());
    }
  }

  private void write(String call) throws ControllerFailureException {
    calls.add(call);
    if (writeFailure.isPresent()) {
      throw new ControllerFailureException(writeFailure.get());
    }
  }

  @Override
  public SequencedSet<EidPrefix> eids() throws ControllerFailureException {
    read();
    return new LinkedHashSet<>(rows.keySet());
  }

  @Override
  public Optional<MappingRow> row(EidPrefix eid) throws ControllerFailureException {
    read();
    calls.add("read " + eid);
    return Optional.ofNullable(rows.get(eid));
  }

  @Override
  public int put(MappingRow row) throws ControllerFailureException {
    write("put " + row.eid());
    return rows.put(row.eid(), row) == null ? 201 : 204;
  }

  @Override
  public int delete(EidPrefix eid) throws ControllerFailureException {
    write("delete " + eid);
    rows.remove(eid);
    return 204;
  }

  @Override
  public List<MappingRow> registrations() {
    return List.of();
  }

  @Override
  public String probe() {
    return "";
  }

  @Override
  public void close() {}

  @Override
  public Map<EidPrefix, String> published(ControllerName controller) {
    return Map.copyOf(published);
  }

  @Override
  public void remember(ControllerName controller, EidPrefix eid, String text) {
    published.put(eid, text);
  }

  @Override
  public void forget(ControllerName controller, EidPrefix eid) {
    published.remove(eid);
  }

  @Override
  public void append(SdnAction action) {
    actions.add(action);
  }

  @Override
  public List<SdnAction> recent(ControllerName controller, int count) {
    return actions.reversed().stream().limit(count).toList();
  }

  @Override
  public Instant instant() {
    return now;
  }
}
