package io.airouter.api;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/** A caller's source EID as it is written in a request: a unicast IPv4 or IPv6 address. */
public final class SourceEid {
  /** Of a caller who names none; in the seed's class of general workloads. */
  public static final InetAddress DEFAULT = InetAddress.ofLiteral("10.1.0.1");

  /** Four decimal parts: the forms with fewer, or in octal, name other addresses elsewhere. */
  private static final Pattern IPV4 = Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");

  private static final int MAX_LENGTH = 45;

  private SourceEid() {}

  /** The address; empty where the text is none, or one that no sender can have. */
  public static Optional<InetAddress> parse(String text) {
    boolean literal =
        text.length() <= MAX_LENGTH
            && text.indexOf('%') < 0
            && (text.indexOf(':') >= 0 || IPV4.matcher(text).matches());
    if (!literal) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(text)).filter(SourceEid::isUnicast);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean isUnicast(InetAddress address) {
    boolean broadcast = address.getHostAddress().equals("255.255.255.255");
    return !address.isAnyLocalAddress() && !address.isMulticastAddress() && !broadcast;
  }
}
