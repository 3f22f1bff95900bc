package io.airouter.server;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** Asks a name server, as dnsjava writes and reads packets. */
record Dns(InetSocketAddress server) {

  Message ask(String name, int type, boolean tcp) {
    try {
      SimpleResolver resolver = new SimpleResolver(server);
      resolver.setTCP(tcp);
      resolver.setTimeout(Duration.ofSeconds(20));
      return resolver.send(
          Message.newQuery(Record.newRecord(Name.fromString(name), type, DClass.IN)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> addresses(Message reply) {
    return reply.getSection(Section.ANSWER).stream()
        .filter(ARecord.class::isInstance)
        .map(record -> ((ARecord) record).getAddress().getHostAddress())
        .toList();
  }

  /** The SRV records of a name by their targets. */
  Map<String, SRVRecord> services(String name, boolean tcp) {
    return ask(name, Type.SRV, tcp).getSection(Section.ANSWER).stream()
        .map(SRVRecord.class::cast)
        .collect(Collectors.toMap(service -> service.getTarget().toString(), service -> service));
  }

  /** Each packet on a connection of its own, without the length that belongs before it. */
  static void sendOverTcp(InetSocketAddress server, List<byte[]> packets) {
    for (byte[] packet : packets) {
      try (Socket socket = new Socket(server.getAddress(), server.getPort());
          OutputStream out = socket.getOutputStream()) {
        out.write(packet);
      } catch (IOException e) {
        // The server may close at what it cannot read.
        continue;
      }
    }
  }
}
