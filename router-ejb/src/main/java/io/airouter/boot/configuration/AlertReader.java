package io.airouter.boot.configuration;

import io.airouter.webhook.SigningKey;
import io.airouter.webhook.Webhook;
import java.net.URI;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Reads whom alerts are told to; no two hooks have the same name. */
final class AlertReader {
  private final Set<String> names = new HashSet<>();

  private AlertReader() {}

  static AlertSettings alerts(Section root) {
    AlertReader reader = new AlertReader();
    return new AlertSettings(
        root.section("alerts").list("webhooks").stream()
            .map(Entry::section)
            .flatMap(section -> reader.webhook(section).stream())
            .toList());
  }

  private Optional<Webhook> webhook(Section section) {
    Optional<String> name = section.require(AlertKeys.NAME);
    if (name.isPresent() && !names.add(name.get())) {
      section.place().refuse("'" + name.get() + "' is not allowed: another webhook has this name");
    }
    Optional<URI> url = section.require(AlertKeys.URL).filter(found -> isPermitted(found, section));
    Optional<Secret> secret = section.find(AlertKeys.SECRET);
    if (secret.filter(Secret::isExample).isPresent() && section.place().reading().isProduction()) {
      section.place().refuse("secret is an example's, not allowed in production: one of your own");
    }
    var severity = section.get(AlertKeys.SEVERITY);
    var timeout = section.get(AlertKeys.TIMEOUT);
    int attempts = section.get(AlertKeys.ATTEMPTS);
    Optional<SigningKey> key = secret.map(text -> new SigningKey(text.reveal()));
    return name.flatMap(
        word -> url.map(to -> new Webhook(word, to, key, severity, timeout, attempts)));
  }

  private static boolean isPermitted(URI url, Section section) {
    boolean permitted = AlertKeys.isPermitted(url);
    if (!permitted) {
      section
          .place()
          .refuse("url is not allowed: no link-local, multicast or metadata service's address");
    }
    return permitted;
  }
}
