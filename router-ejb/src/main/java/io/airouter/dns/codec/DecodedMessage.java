package io.airouter.dns.codec;

import io.airouter.dns.BareReply;
import io.airouter.dns.DnsQuery;
import io.airouter.dns.Edns;
import io.airouter.dns.EdnsOption;
import io.airouter.dns.QueryHeader;
import java.util.Objects;

/** What a received packet turned out to be, and so what is to be done with it. */
public sealed interface DecodedMessage
    permits DecodedMessage.Query,
        DecodedMessage.CookieRequest,
        DecodedMessage.Refusal,
        DecodedMessage.Drop {

  /** A query for the name server to answer. */
  record Query(DnsQuery query) implements DecodedMessage {
    public Query {
      Objects.requireNonNull(query);
    }
  }

  /** A request for a server cookie, without a question (RFC 7873 §5.4); {@code edns} has COOKIE. */
  record CookieRequest(QueryHeader header, Edns edns) implements DecodedMessage {
    public CookieRequest {
      Objects.requireNonNull(header);
      if (edns.option(EdnsOption.COOKIE).isEmpty()) {
        throw new IllegalArgumentException("a cookie request without a cookie");
      }
    }
  }

  /** A request that is answered without looking for its name; {@code reason} is for the log. */
  record Refusal(BareReply reply, String reason) implements DecodedMessage {
    public Refusal {
      Objects.requireNonNull(reply);
      Objects.requireNonNull(reason);
    }
  }

  /** A packet that gets no answer, because an answer would serve nobody or go round in circles. */
  record Drop(DropReason reason) implements DecodedMessage {
    public Drop {
      Objects.requireNonNull(reason);
    }
  }

  /** Why a packet is not answered. */
  enum DropReason {
    /** Fewer than the twelve octets of a header: there is no ID to answer to. */
    TOO_SHORT,
    /** A response; answering those makes loops between servers. */
    RESPONSE
  }
}
