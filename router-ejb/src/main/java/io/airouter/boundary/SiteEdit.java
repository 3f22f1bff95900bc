package io.airouter.boundary;

import io.airouter.lisp.EidPrefix;
import io.airouter.mapserver.Site;
import io.airouter.mapserver.SiteKey;
import io.airouter.model.Difference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A LISP site is made, changed or removed; no {@code before} makes it, no {@code after} removes.
 */
public record SiteEdit(Optional<Site> before, Optional<Site> after) {
  public SiteEdit {
    if (before.isEmpty() && after.isEmpty()) {
      throw new IllegalArgumentException("an edit of nothing");
    }
  }

  public String name() {
    return before.or(() -> after).orElseThrow().name();
  }

  /** What changes, without the secrets: of those only that they do. */
  public List<Difference> differences() {
    Map<String, String> old = before.map(SiteEdit::words).orElse(Map.of());
    Map<String, String> fresh = new LinkedHashMap<>(after.map(SiteEdit::words).orElse(Map.of()));
    if (before.isPresent() && after.isPresent() && !secretsAreTheSame()) {
      fresh.put("secrets", "set anew");
    }
    return Difference.between("site " + name(), old, fresh);
  }

  private boolean secretsAreTheSame() {
    return before.map(Site::keys).equals(after.map(Site::keys));
  }

  private static Map<String, String> words(Site site) {
    Map<String, String> words = new LinkedHashMap<>();
    words.put(
        "eid_prefixes",
        site.eidPrefixes().stream().map(EidPrefix::toString).collect(Collectors.joining(", ")));
    words.put("accept_more_specifics", String.valueOf(site.acceptMoreSpecifics()));
    words.put("keys", site.keys().stream().map(SiteEdit::word).collect(Collectors.joining(", ")));
    words.put("secrets", site.keys().isEmpty() ? "none" : "set");
    words.put("replay", site.replayMode().name().toLowerCase(Locale.ROOT));
    words.put("notify_port", site.notifyPort().name().toLowerCase(Locale.ROOT));
    return words;
  }

  private static String word(SiteKey key) {
    return key.id() + " " + key.algorithm().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
