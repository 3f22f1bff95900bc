package io.airouter.boot;

import io.airouter.lisp.Octets;
import io.airouter.mapserver.Site;
import io.airouter.mapserver.SiteKey;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The secrets of sites that an operator lists without them: a key of the same site and Key ID keeps
 * its secret, since nobody can be shown it to write it again.
 */
final class KeptKeys {
  private static final Octets KEPT =
      Octets.of(ConfigurationForm.KEPT.getBytes(StandardCharsets.UTF_8));

  private final List<Site> sites;

  KeptKeys(List<Site> sites) {
    this.sites = List.copyOf(sites);
  }

  /** The configuration with a word in place of each secret that is kept. */
  JsonObject referredTo(JsonObject config) {
    if (!(config.get("sites") instanceof List<?>)) {
      return config;
    }
    JsonArrayBuilder referring = Json.createArrayBuilder();
    for (JsonValue site : config.get("sites").asJsonArray()) {
      referring.add(site instanceof JsonObject fields ? site(fields) : site);
    }
    return Json.createObjectBuilder(config).add("sites", referring).build();
  }

  private JsonValue site(JsonObject fields) {
    Optional<Site> known =
        fields.get("name") instanceof JsonString name ? named(name.getString()) : Optional.empty();
    if (known.isEmpty() || !(fields.get("keys") instanceof List<?>)) {
      return fields;
    }
    JsonArrayBuilder keys = Json.createArrayBuilder();
    for (JsonValue key : fields.get("keys").asJsonArray()) {
      boolean isKept =
          key instanceof JsonObject k
              && !k.containsKey("secret")
              && known.get().key(keyId(k)).isPresent();
      keys.add(
          isKept
              ? Json.createObjectBuilder(key.asJsonObject())
                  .add("secret", ConfigurationForm.KEPT)
                  .build()
              : key);
    }
    return Json.createObjectBuilder(fields).add("keys", keys).build();
  }

  private static int keyId(JsonObject key) {
    return key.get("id") instanceof JsonNumber id ? id.intValue() : 0;
  }

  /** The site with the secrets that the words stand for. */
  Site restored(Site read) {
    return new Site(
        read.name(),
        read.eidPrefixes(),
        read.acceptMoreSpecifics(),
        read.keys().stream().map(key -> restored(read.name(), key)).toList(),
        read.replayMode(),
        read.notifyPort());
  }

  private SiteKey restored(String site, SiteKey key) {
    Optional<SiteKey> old = named(site).flatMap(s -> s.key(key.id()));
    return key.secret().equals(KEPT) && old.isPresent()
        ? new SiteKey(key.id(), key.algorithm(), old.get().secret())
        : key;
  }

  private Optional<Site> named(String name) {
    return sites.stream().filter(site -> site.name().equals(name)).findFirst();
  }
}
