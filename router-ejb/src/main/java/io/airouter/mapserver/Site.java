package io.airouter.mapserver;

import io.airouter.lisp.EidPrefix;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Who may register what: EID-Prefixes delegated to one party, and the keys that prove it (RFC 9301
 * §8.2).
 *
 * @param name unique among the sites
 * @param eidPrefixes at least one; each carries its Instance-ID; names as {@code name:model/*}
 * @param acceptMoreSpecifics whether EIDs within a prefix may be registered, or the prefix only
 * @param keys their Key IDs distinct; none means that nobody can register now
 */
public record Site(
    String name,
    List<EidPrefix> eidPrefixes,
    boolean acceptMoreSpecifics,
    List<SiteKey> keys,
    ReplayMode replayMode,
    NotifyPort notifyPort) {
  public Site {
    eidPrefixes = List.copyOf(eidPrefixes);
    keys = List.copyOf(keys);
    Objects.requireNonNull(replayMode);
    Objects.requireNonNull(notifyPort);
    if (name.isBlank()) {
      throw new IllegalArgumentException("a site's name is not blank");
    }
    if (eidPrefixes.isEmpty()) {
      throw new IllegalArgumentException("site " + name + ": no EID-Prefix");
    }
    if (keys.stream().map(SiteKey::id).distinct().count() < keys.size()) {
      throw new IllegalArgumentException("site " + name + ": two keys of one Key ID");
    }
  }

  /** The key a packet names. */
  public Optional<SiteKey> key(int keyId) {
    return keys.stream().filter(key -> key.id() == keyId).findFirst();
  }

  /** Whether the site may register that EID-Prefix. */
  public boolean mayRegister(EidPrefix eid) {
    return eidPrefixes.stream()
        .anyMatch(own -> own.equals(eid) || (acceptMoreSpecifics && own.contains(eid)));
  }
}
