package io.airouter.listener;

import io.airouter.dns.WireAnswer;
import io.airouter.dns.WireClient;
import io.airouter.dns.WireQuery;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SimpleResolver;

/**
 * Asks the open port with a foreign implementation, dnsjava, so that what it shows is what a client
 * got and not what the server believes to have said.
 */
public final class DnsJavaClient implements WireClient {
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Supplier<InetSocketAddress> server;
  private final InstantSource clock;

  /**
   * @param server where the port is; of a port on all addresses the loopback one is asked
   */
  public DnsJavaClient(Supplier<InetSocketAddress> server, InstantSource clock) {
    this.server = server;
    this.clock = clock;
  }

  @Override
  public WireAnswer ask(WireQuery query) {
    InetSocketAddress asked = reachable(server.get());
    String shown = asked.getAddress().getHostAddress() + ":" + asked.getPort();
    try {
      SimpleResolver resolver = new SimpleResolver(asked);
      resolver.setTCP(query.overTcp());
      resolver.setTimeout(PATIENCE);
      // What is cut short over UDP is shown so.
      resolver.setIgnoreTruncation(true);
      var started = clock.instant();
      Message answer = resolver.send(question(query));
      Duration took = Duration.between(started, clock.instant());
      String rcode = Rcode.string(answer.getRcode());
      String hexadecimal = HexFormat.of().formatHex(answer.toWire());
      return new WireAnswer(shown, rcode, answer.toString(), hexadecimal, took);
    } catch (IOException e) {
      throw new NoAnswerException(shown + " gave no answer: " + e.getMessage(), e);
    }
  }

  private static Message question(WireQuery query) throws IOException {
    Name name = Name.fromString(query.name().toString(), Name.root);
    return Message.newQuery(Record.newRecord(name, query.type().code(), DClass.IN));
  }

  private static InetSocketAddress reachable(InetSocketAddress bound) {
    return bound.getAddress().isAnyLocalAddress()
        ? new InetSocketAddress(InetAddress.getLoopbackAddress(), bound.getPort())
        : bound;
  }
}
