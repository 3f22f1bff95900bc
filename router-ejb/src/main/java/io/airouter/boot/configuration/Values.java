package io.airouter.boot.configuration;

import io.airouter.dns.DomainName;
import io.airouter.model.BaseUrl;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The scalars of the file that are more than a number or a word: addresses, URLs, names. */
final class Values {
  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
  private static final Set<String> WEB = Set.of("http", "https");

  static final ValueType<String> LABEL_NAME =
      ValueType.text("letters a-z, digits and '-', at most 63", text -> text)
          .where(text -> LABEL.matcher(text).matches());
  static final ValueType<InetAddress> ADDRESS =
      ValueType.text("an IPv4 or IPv6 address", InetAddress::ofLiteral);
  static final ValueType<String> HOST =
      ValueType.text("an address or host name", text -> text).where(Values::isHost);
  static final ValueType<URI> BASE_URL =
      ValueType.text("host:port or http(s)://host[:port][/path]", BaseUrl::parse);
  static final ValueType<String> ORIGIN =
      ValueType.text("* or http(s)://host[:port]", Values::origin);
  static final ValueType<Secret> DATABASE_URL =
      secretUrl(
          "postgresql://user:password@host:port/database or jdbc:postgresql:…",
          "(postgresql|postgres)://.+|jdbc:postgresql:.+");
  static final ValueType<Secret> REDIS_URL =
      secretUrl("redis://host:port/number", "rediss?://.+").where(Values::isUri);

  private Values() {}

  /** The address that a URL's host is, where it is a literal; names are resolved elsewhere. */
  static Optional<InetAddress> literal(String host) {
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    try {
      return Optional.of(InetAddress.ofLiteral(bare));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Refused here, because what else refuses it names the whole URL, its password within. */
  private static boolean isUri(Secret url) {
    try {
      return !new URI(url.reveal()).isOpaque();
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean isHost(String text) {
    return literal(text).isPresent()
        || (text.matches("[A-Za-z0-9.-]+") && !DomainName.parse(text).isRoot());
  }

  private static String origin(String text) {
    if (text.equals("*")) {
      return text;
    }
    URI url = URI.create(text);
    if (!isWeb(url) || !text.equals(url.getScheme() + "://" + url.getRawAuthority())) {
      throw new IllegalArgumentException("not an origin");
    }
    return text;
  }

  private static boolean isWeb(URI url) {
    return WEB.contains(String.valueOf(url.getScheme()))
        && url.getHost() != null
        && url.getPort() != 0
        && url.getPort() <= 65_535;
  }

  private static ValueType<Secret> secretUrl(String allowed, String shape) {
    return ValueType.SECRET.where(url -> url.reveal().matches(shape)).allowing(allowed);
  }
}
