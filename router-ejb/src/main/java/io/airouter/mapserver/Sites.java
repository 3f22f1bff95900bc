package io.airouter.mapserver;

import io.airouter.lisp.EidPrefix;
import io.airouter.lisp.MappingRecord;
import io.airouter.mapping.EidTrie;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The configured sites, found by their EID-Prefixes, of which no two sites have the same one. */
record Sites(List<Site> all, EidTrie<Site> byPrefix) {
  static final Sites NONE = new Sites(List.of(), EidTrie.empty());

  static Sites of(Collection<Site> sites) {
    EidTrie<Site> byPrefix = EidTrie.empty();
    for (Site site : sites) {
      for (EidPrefix prefix : site.eidPrefixes()) {
        Optional<Site> owner = byPrefix.exact(prefix).filter(other -> !other.equals(site));
        if (owner.isPresent()) {
          throw new IllegalArgumentException(
              "sites %s and %s both have %s".formatted(owner.get().name(), site.name(), prefix));
        }
        byPrefix = byPrefix.with(prefix, site);
      }
    }
    return new Sites(List.copyOf(sites), byPrefix);
  }

  /** The site that may register all of these records. */
  Optional<Site> authorityOver(List<MappingRecord> records) {
    return byPrefix
        .longestMatch(records.getFirst().eid())
        .filter(site -> records.stream().allMatch(record -> isWithin(site, record.eid())));
  }

  private boolean isWithin(Site site, EidPrefix eid) {
    return byPrefix.longestMatch(eid).equals(Optional.of(site)) && site.mayRegister(eid);
  }

  /** Whether that registration may stand, such as after a site was edited. */
  boolean allows(RegistrationKey key) {
    return byPrefix
        .longestMatch(key.eid())
        .filter(site -> site.name().equals(key.site()) && site.mayRegister(key.eid()))
        .isPresent();
  }

  Sites with(Site site) {
    return of(
        Stream.concat(
                all.stream().filter(other -> !other.name().equals(site.name())), Stream.of(site))
            .toList());
  }

  Sites without(String name) {
    return of(all.stream().filter(site -> !site.name().equals(name)).toList());
  }
}
