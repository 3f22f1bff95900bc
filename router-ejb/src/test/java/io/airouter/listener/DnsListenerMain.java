package io.airouter.listener;

import io.airouter.nameserver.NameServer;
import io.airouter.nameserver.NameServerSettings;
import io.airouter.nameserver.Zones;
import io.airouter.table.Snapshot;
import java.net.InetAddress;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Serves the demo fleet on the port given (0 for any), for a load generator or {@code dig}, until
 * its input ends or the seconds given have passed; then prints the CPU time of its process.
 */
final class DnsListenerMain {
  private static final int MAX_SECONDS = 60;

  private DnsListenerMain() {}

  public static void main(String... arguments) throws InterruptedException {
    int port = Integer.parseInt(arguments[0]);
    int seconds = Math.min(MAX_SECONDS, Integer.parseInt(arguments[1]));
    Snapshot fleet =
        Zones.snapshot(
            1,
            Zones.service(
                "gpt-4",
                Zones.instance("gpt-4-primary", 60, "127.0.1.1"),
                Zones.instance("gpt-4-secondary", 40, "127.0.1.2")),
            Zones.service("gpt-3.5-fast", Zones.instance("gpt-3.5-fast-1", 100, "127.0.3.1")));
    NameServer nameServer =
        new NameServer(
            () -> fleet, NameServerSettings.LOOPBACK, () -> ThreadLocalRandom.current().nextLong());
    DnsListenerSettings settings = DnsListenerSettings.of(InetAddress.getLoopbackAddress(), port);
    try (EventLoops loops = EventLoops.of(1);
        DnsListener listener = new DnsListener(settings, nameServer, loops)) {
      listener.bind();
      System.out.println("DNS on " + listener.address() + (loops.isEpoll() ? ", epoll" : ", NIO"));
      Thread.sleep(seconds * 1_000L);
      System.out.println(nameServer.counters());
    }
  }
}
