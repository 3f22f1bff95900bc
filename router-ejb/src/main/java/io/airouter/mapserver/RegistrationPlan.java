package io.airouter.mapserver;

import io.airouter.lisp.EidPrefix;
import io.airouter.lisp.MappingRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a Map-Register would change.
 *
 * @param changed new registrations, and such as say something else than before
 * @param refreshed registrations that were said once more
 * @param removed withdrawn by a TTL of 0, or replaced by this xTR's
 */
record RegistrationPlan(
    List<Registration> changed, List<Registration> refreshed, List<RegistrationKey> removed) {

  /**
   * @param isModel whether an EID stands for a model: its xTRs are its endpoints and never replace
   *     one another. Else the last Map-Register replaces all others, unless both want merging.
   */
  static RegistrationPlan of(
      AuthenticRegister register,
      RegistrationLedger ledger,
      Predicate<EidPrefix> isModel,
      Instant now) {
    List<Registration> changed = new ArrayList<>();
    List<Registration> refreshed = new ArrayList<>();
    Set<RegistrationKey> removed = new LinkedHashSet<>();
    for (MappingRecord record : lastOfEachEid(register)) {
      Optional<Registration> old = ledger.find(register.key(record.eid()));
      if (record.ttlMinutes() == 0) {
        old.map(Registration::key).ifPresent(removed::add);
        continue;
      }
      Registration said = register.registration(record, now);
      old.filter(said::saysTheSameAs)
          .ifPresentOrElse(
              known -> refreshed.add(known.refreshed(now, said.expiresAt())),
              () -> changed.add(said));
      if (!isModel.test(said.eid())) {
        replaced(said, ledger).forEach(removed::add);
      }
    }
    return new RegistrationPlan(List.copyOf(changed), List.copyOf(refreshed), List.copyOf(removed));
  }

  private static List<MappingRecord> lastOfEachEid(AuthenticRegister register) {
    List<MappingRecord> records = register.message().records();
    return Stream.iterate(records.size() - 1, i -> i >= 0, i -> i - 1)
        .filter(i -> isLast(records, i))
        .map(records::get)
        .toList()
        .reversed();
  }

  private static boolean isLast(List<MappingRecord> records, int index) {
    EidPrefix eid = records.get(index).eid();
    return records.subList(index + 1, records.size()).stream().noneMatch(r -> r.eid().equals(eid));
  }

  private static Stream<RegistrationKey> replaced(Registration said, RegistrationLedger ledger) {
    return ledger.of(said.eid()).stream()
        .filter(other -> !other.key().equals(said.key()))
        .filter(other -> !(other.merge() && said.merge()))
        .map(Registration::key);
  }

  boolean isRefresh() {
    return changed.isEmpty() && removed.isEmpty();
  }

  RegistrationCommit commit(AcceptedNonces nonces) {
    return new RegistrationCommit(changed, removed, nonces);
  }

  Set<EidPrefix> touched() {
    Set<EidPrefix> touched = new LinkedHashSet<>();
    changed.forEach(registration -> touched.add(registration.eid()));
    removed.forEach(key -> touched.add(key.eid()));
    return touched;
  }
}
