package io.airouter.boot.configuration;

import io.airouter.alert.Severity;
import io.airouter.webhook.AddressRule;
import io.airouter.webhook.Webhook;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The keys of whom alerts are told to. */
final class AlertKeys {
  private static final String HOOK = "alerts.webhooks[].";

  static final Key<String> NAME = Key.optional(HOOK + "name", Values.LABEL_NAME, "required");
  static final Key<URI> URL =
      Key.optional(
          HOOK + "url",
          ValueType.SECRET
              .map(secret -> url(secret.reveal()))
              .allowing("http(s)://host[:port][/path][?query]"),
          "required");
  static final Key<Secret> SECRET =
      Key.optional(HOOK + "secret", ValueType.SECRET, "none, nothing is signed");
  static final Key<Severity> SEVERITY =
      Key.of(HOOK + "severity", ValueType.oneOf(severities()), Severity.INFO.word());
  static final Key<Duration> TIMEOUT =
      Key.of(HOOK + "timeout_seconds", SettingKeys.seconds("0.1", "60"), "5");
  static final Key<Integer> ATTEMPTS =
      Key.of(HOOK + "attempts", ValueType.whole(1, Webhook.MAX_ATTEMPTS), "6");

  static final List<Key<?>> ALL = List.of(NAME, URL, SECRET, SEVERITY, TIMEOUT, ATTEMPTS);

  private static final Set<String> SCHEMES = Set.of("http", "https");

  private AlertKeys() {}

  private static URI url(String text) {
    URI url = URI.create(text);
    boolean isWeb = SCHEMES.contains(String.valueOf(url.getScheme())) && url.getHost() != null;
    boolean isBare = url.getRawUserInfo() == null && url.getRawFragment() == null;
    if (!isWeb || !isBare || url.getPort() == 0 || url.getPort() > 65_535) {
      throw new IllegalArgumentException("not a hook's URL");
    }
    return url;
  }

  /** Whether a literal address may be called; names are looked at when they are called. */
  static boolean isPermitted(URI url) {
    return Values.literal(url.getHost()).map(AddressRule::permits).orElse(true);
  }

  private static Map<String, Severity> severities() {
    Map<String, Severity> words = new LinkedHashMap<>();
    for (Severity severity : Severity.values()) {
      words.put(severity.word(), severity);
    }
    return words;
  }
}
