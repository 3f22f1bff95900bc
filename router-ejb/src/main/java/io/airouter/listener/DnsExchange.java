package io.airouter.listener;

import io.airouter.dns.BareReply;
import io.airouter.dns.DnsQuery;
import io.airouter.dns.Edns;
import io.airouter.dns.Opcode;
import io.airouter.dns.QueryHeader;
import io.airouter.dns.Rcode;
import io.airouter.dns.codec.DecodedMessage;
import io.airouter.dns.codec.DnsDecoder;
import io.airouter.dns.codec.DnsEncoder;
import io.airouter.nameserver.NameServer;
import io.airouter.nameserver.Tally;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;

/**
 * What happens between a packet and its reply, whichever transport carries them: decode, ask the
 * name server, encode to what fits, count. No packet makes it throw. For any thread.
 */
final class DnsExchange {
  private static final Logger LOG = System.getLogger(DnsExchange.class.getName());
  private static final int TC = 0x02;

  private final NameServer nameServer;

  DnsExchange(NameServer nameServer) {
    this.nameServer = nameServer;
  }

  /** The reply to a datagram; empty where none is due. */
  Optional<byte[]> overUdp(byte[] packet, int sourcePort) {
    nameServer.count(Tally.QUERIES);
    nameServer.count(Tally.UDP);
    if (sourcePort == 0) {
      nameServer.count(Tally.DROPPED_SOURCE_PORT);
      return Optional.empty();
    }
    return reply(packet, Edns.DEFAULT_PAYLOAD_SIZE);
  }

  /**
   * The reply to a message on a connection, without its length; empty where none is due, and then
   * the connection has no use either.
   */
  Optional<byte[]> overTcp(byte[] packet) {
    nameServer.count(Tally.QUERIES);
    nameServer.count(Tally.TCP);
    return reply(packet, DnsEncoder.MAX_OCTETS);
  }

  void connectionRefused() {
    nameServer.count(Tally.DROPPED_CONNECTION);
  }

  private Optional<byte[]> reply(byte[] packet, int maxOctets) {
    try {
      return switch (DnsDecoder.decode(packet)) {
        case DecodedMessage.Query(DnsQuery query) -> Optional.of(answer(query, maxOctets));
        case DecodedMessage.CookieRequest cookie -> Optional.of(withoutCookie(cookie));
        case DecodedMessage.Refusal(BareReply refusal, String reason) ->
            Optional.of(refuse(refusal, reason));
        case DecodedMessage.Drop(DecodedMessage.DropReason reason) -> {
          nameServer.count(tally(reason));
          yield Optional.empty();
        }
      };
    } catch (RuntimeException bug) {
      LOG.log(Level.ERROR, "a query could not be answered", bug);
      return Optional.of(refuse(serverFailure(packet), "a bug"));
    }
  }

  private byte[] answer(DnsQuery query, int maxOctets) {
    boolean isUdp = maxOctets < DnsEncoder.MAX_OCTETS;
    int limit = isUdp ? query.udpReplyLimit(maxOctets) : maxOctets;
    byte[] reply = DnsEncoder.encode(nameServer.answer(query), query, limit);
    if ((reply[2] & TC) != 0) {
      nameServer.count(Tally.TRUNCATED);
    }
    return reply;
  }

  private byte[] refuse(BareReply refusal, String reason) {
    LOG.log(Level.DEBUG, () -> "DNS request answered " + refusal.rcode() + ": " + reason);
    nameServer.countRefusal(refusal.rcode());
    return DnsEncoder.encode(refusal);
  }

  /** No cookie in the reply says that this server has none (RFC 7873 §5.2). */
  private byte[] withoutCookie(DecodedMessage.CookieRequest request) {
    nameServer.count(Tally.NODATA);
    Edns edns = Edns.ofServer(request.edns().dnssecOk(), List.of());
    return DnsEncoder.encode(
        new BareReply(request.header(), Rcode.NOERROR, Optional.empty(), Optional.of(edns)));
  }

  private static BareReply serverFailure(byte[] packet) {
    int id = (packet[0] & 0xff) << 8 | (packet[1] & 0xff);
    return BareReply.headerOnly(
        new QueryHeader(id, Opcode.QUERY, (packet[2] & 0x01) != 0, false), Rcode.SERVFAIL);
  }

  private static Tally tally(DecodedMessage.DropReason reason) {
    return switch (reason) {
      case TOO_SHORT -> Tally.DROPPED_TOO_SHORT;
      case RESPONSE -> Tally.DROPPED_RESPONSE;
    };
  }
}
