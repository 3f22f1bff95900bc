package io.airouter.nameserver;

import java.util.Locale;

/**
 * What is counted of the DNS plane. Each packet counts once as {@link #QUERIES}, once as {@link
 * #UDP} or {@link #TCP}, and once under its outcome: an RCODE, {@link #NODATA} (NOERROR without an
 * answer) or a reason to drop it.
 */
public enum Tally {
  QUERIES,
  UDP,
  TCP,
  NOERROR,
  NODATA,
  NXDOMAIN,
  REFUSED,
  FORMERR,
  NOTIMP,
  NOTAUTH,
  BADVERS,
  SERVFAIL,
  /** Replies with TC set, beside their outcome. */
  TRUNCATED,
  DROPPED_TOO_SHORT,
  DROPPED_RESPONSE,
  /** From source port 0, where no reply can go. */
  DROPPED_SOURCE_PORT,
  /** TCP connections beyond the limit; no packet of theirs was read. */
  DROPPED_CONNECTION;

  /** The snake_case word it has among the counters. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
