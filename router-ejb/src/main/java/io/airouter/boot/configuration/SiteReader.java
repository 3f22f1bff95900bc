package io.airouter.boot.configuration;

import io.airouter.lisp.EidPrefix;
import io.airouter.lisp.Octets;
import io.airouter.mapserver.NotifyPort;
import io.airouter.mapserver.ReplayMode;
import io.airouter.mapserver.Site;
import io.airouter.mapserver.SiteKey;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the LISP sites; no two of them own the same EID-Prefix. */
final class SiteReader {
  private static final String NAME = "name:";
  private static final String ANY = "*";

  private final Map<EidPrefix, Entry> owners = new HashMap<>();
  private final Set<String> names = new HashSet<>();

  private SiteReader() {}

  static List<Site> sites(Section lisp) {
    SiteReader reader = new SiteReader();
    return lisp.list("sites").stream()
        .map(Entry::section)
        .flatMap(section -> reader.site(section).stream())
        .toList();
  }

  /** Reads an address prefix, or {@code name:model/} for all names that begin so. */
  static EidPrefix prefix(String text) {
    if (text.equals(NAME) || text.startsWith("[")) {
      throw new IllegalArgumentException("no prefix");
    }
    boolean isName = text.startsWith(NAME) && !text.endsWith(ANY);
    return EidPrefix.parse(isName ? text + ANY : text);
  }

  private Optional<Site> site(Section section) {
    Optional<String> name = section.require(CatalogueKeys.SITE_NAME);
    if (name.isPresent() && !names.add(name.get())) {
      section.place().refuse("'" + name.get() + "' is not allowed: another site has this name");
    }
    List<EidPrefix> prefixes = prefixes(section, section.get(CatalogueKeys.INSTANCE_ID));
    List<SiteKey> keys = keys(section);
    boolean more = section.get(CatalogueKeys.ACCEPT_MORE_SPECIFICS);
    ReplayMode replay = section.get(CatalogueKeys.REPLAY);
    NotifyPort port = section.get(CatalogueKeys.NOTIFY_PORT);
    return name.filter(word -> !prefixes.isEmpty())
        .map(word -> new Site(word, prefixes, more, keys, replay, port));
  }

  private List<EidPrefix> prefixes(Section section, int instanceId) {
    List<Entry> entries = section.list("eid_prefixes");
    if (entries.isEmpty()) {
      section.place().refuse("eid_prefixes is missing: a list of address/length or name:prefix");
    }
    List<EidPrefix> prefixes = new ArrayList<>();
    for (Entry entry : entries) {
      entry
          .value(CatalogueKeys.SITE_PREFIXES.type())
          .map(prefix -> new EidPrefix(instanceId, prefix.address(), prefix.maskLength()))
          .filter(prefix -> isFree(prefix, entry))
          .ifPresent(prefixes::add);
    }
    return prefixes;
  }

  private boolean isFree(EidPrefix prefix, Entry entry) {
    Entry owner = owners.putIfAbsent(prefix, entry);
    if (owner != null) {
      entry.refuse(prefix + " is not allowed: it belongs to the site of line " + owner.line());
    }
    return owner == null;
  }

  private List<SiteKey> keys(Section site) {
    List<Entry> entries = site.list("keys");
    if (entries.isEmpty()) {
      site.place().refuse("keys is missing: a list of {id, algorithm, secret}");
    }
    Set<Integer> ids = new HashSet<>();
    List<SiteKey> keys = new ArrayList<>();
    for (Entry entry : entries) {
      Section section = entry.section();
      int id = section.get(CatalogueKeys.KEY_ID);
      boolean isNew = ids.add(id);
      if (!isNew) {
        entry.refuse("Key ID " + id + " is not allowed: another key of the site has it");
      }
      var algorithm = section.get(CatalogueKeys.ALGORITHM);
      section
          .require(CatalogueKeys.SITE_SECRET)
          .filter(secret -> isNew && isGood(secret, entry))
          .ifPresent(secret -> keys.add(new SiteKey(id, algorithm, octets(secret))));
    }
    return keys;
  }

  private static boolean isGood(Secret secret, Entry entry) {
    boolean isRefused = entry.reading().isProduction() && secret.isExample();
    if (isRefused) {
      entry.refuse("secret is an example's, not allowed in production: a key of your own");
    }
    return !isRefused;
  }

  private static Octets octets(Secret secret) {
    return Octets.of(secret.reveal().getBytes(StandardCharsets.UTF_8));
  }
}
