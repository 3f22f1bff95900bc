package io.airouter.boot.configuration;

import io.airouter.model.IpPrefix;
import io.airouter.sdn.Certificates;
import io.airouter.sdn.Controller;
import io.airouter.sdn.ControllerName;
import io.airouter.sdn.ControllerType;
import io.airouter.sdn.PublishRules;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The keys of SDN controllers. */
final class SdnKeys {
  static final Key<ControllerName> NAME =
      Key.optional(
          "sdn.controllers[].name",
          ValueType.text(ControllerName.ALLOWED, ControllerName::new),
          "required");
  static final Key<ControllerType> TYPE =
      Key.optional(
          "sdn.controllers[].type",
          ValueType.oneOf(
              Arrays.stream(ControllerType.values())
                  .collect(Collectors.toMap(ControllerType::word, Function.identity()))),
          "required");
  static final Key<URI> URL =
      Key.optional(
          "sdn.controllers[].url",
          ValueType.text("http(s)://host[:port][/path]", Controller::url),
          "required");
  static final Key<String> USERNAME =
      Key.optional("sdn.controllers[].username", ValueType.TEXT, "none, no authentication");
  static final Key<Secret> PASSWORD =
      Key.optional("sdn.controllers[].password", ValueType.SECRET, "none");
  static final Key<Boolean> PUBLISH = Key.of("sdn.controllers[].publish", ValueType.TRUTH, "true");
  static final Key<Boolean> IMPORT = Key.of("sdn.controllers[].import", ValueType.TRUTH, "false");
  static final Key<String> CERTIFICATES =
      Key.optional(
          "sdn.controllers[].certificates",
          ValueType.text("certificates in PEM", SdnKeys::certificates),
          "those the JVM trusts");
  static final Key<Integer> MAX_DELETE_PERCENT =
      Key.of(
          "sdn.max_delete_percent",
          ValueType.whole(0, 100),
          "" + PublishRules.DEFAULT_MAX_DELETE_PERCENT);
  static final Key<Duration> COMPARE_INTERVAL =
      Key.of("sdn.compare_interval", SettingKeys.seconds("1", "3600"), "60");
  static final Key<Duration> TIMEOUT =
      Key.of("sdn.timeout", SettingKeys.seconds("0.1", "300"), "10");
  static final Key<String> ALLOWED_HOSTS =
      Key.optional(
          "sdn.allowed_hosts[]",
          ValueType.text("a host name, address or address/length", SdnKeys::host),
          "all but link-local ones and, in production, loopback");

  static final Key<URI> LONE_URL =
      Key.optional("", URL.type(), "none").orVariable("ROUTER_SDN_URL");
  static final Key<String> LONE_USERNAME =
      Key.optional("", ValueType.TEXT, "none, no authentication").orVariable("ROUTER_SDN_USERNAME");
  static final Key<Secret> LONE_PASSWORD =
      Key.optional("", ValueType.SECRET, "none").orVariable("ROUTER_SDN_PASSWORD");
  static final Key<Boolean> LONE_IMPORT =
      Key.of("", ValueType.TRUTH, "false").orVariable("ROUTER_SDN_IMPORT");

  static final List<Key<?>> ALL =
      List.of(
          LONE_URL,
          LONE_USERNAME,
          LONE_PASSWORD,
          LONE_IMPORT,
          NAME,
          TYPE,
          URL,
          USERNAME,
          PASSWORD,
          PUBLISH,
          IMPORT,
          CERTIFICATES,
          MAX_DELETE_PERCENT,
          COMPARE_INTERVAL,
          TIMEOUT,
          ALLOWED_HOSTS);

  private SdnKeys() {}

  private static String certificates(String pem) {
    return Certificates.read(pem).isEmpty() ? "" : pem;
  }

  private static String host(String text) {
    if (text.indexOf('/') >= 0) {
      return IpPrefix.parse(text).toString();
    }
    return Values.HOST.parser().apply(text);
  }
}
