package io.airouter.dns;

import java.util.List;
import java.util.Optional;

/**
 * The OPT record of a message (RFC 6891 §6.1): the largest UDP payload its sender takes, in octets
 * as sent (below 512 counts as 512), the EDNS version, the DO bit and options in order.
 */
public record Edns(int udpPayloadSize, int version, boolean dnssecOk, List<EdnsOption> options) {
  /** Largest UDP payload that no path is known to fragment, in octets: sent and advertised. */
  public static final int DEFAULT_PAYLOAD_SIZE = 1232;

  /** What each requester takes without EDNS, in octets (RFC 1035 §2.3.4). */
  public static final int MINIMUM_PAYLOAD_SIZE = 512;

  public Edns {
    Codes.requireU16(udpPayloadSize, "requestor's UDP payload size");
    Codes.require(version, 0xff, "EDNS version");
    options = List.copyOf(options);
  }

  /** What this server says of itself: version 0, {@link #DEFAULT_PAYLOAD_SIZE}. */
  public static Edns ofServer(boolean dnssecOk, List<EdnsOption> options) {
    return new Edns(DEFAULT_PAYLOAD_SIZE, 0, dnssecOk, options);
  }

  /** The first option of this code. */
  public Optional<EdnsOption> option(int code) {
    return options.stream().filter(option -> option.code() == code).findFirst();
  }

  public Edns withoutOptions() {
    return new Edns(udpPayloadSize, version, dnssecOk, List.of());
  }
}
