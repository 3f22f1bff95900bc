package io.airouter.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airouter.dns.DomainName;
import io.airouter.dns.RecordType;
import io.airouter.dns.WireAnswer;
import io.airouter.dns.WireClient.NoAnswerException;
import io.airouter.dns.WireQuery;
import io.airouter.nameserver.NameServer;
import io.airouter.nameserver.NameServerSettings;
import io.airouter.nameserver.Zones;
import io.airouter.table.Snapshot;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DnsJavaClientTest {
  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
  private static final DomainName NAME = DomainName.parse("gpt-4.ai-workload.internal.");

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatThePortAnsweredIsShownInWordsAndOctets(boolean tcp) {
    Snapshot live =
        Zones.snapshot(1, Zones.service("gpt-4", Zones.instance("gpt-4-primary", 60, "127.0.1.1")));
    NameServer server = new NameServer(() -> live, NameServerSettings.LOOPBACK, new Random(1));
    try (EventLoops loops = EventLoops.of(1);
        DnsListener listener =
            new DnsListener(new DnsListenerSettings(LOOPBACK, 0, 2, 10), server, loops)) {
      listener.bind();
      DnsJavaClient client = new DnsJavaClient(listener::socketAddress, InstantSource.system());
      WireAnswer answer = client.ask(new WireQuery(NAME, RecordType.A, tcp));
      assertThat(answer.rcode()).isEqualTo("NOERROR");
      assertThat(answer.text()).contains("127.0.1.1");
      assertThat(answer.server()).isEqualTo(listener.address());
      assertThat(answer.octets()).isGreaterThan(12);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aPortThatIsClosedIsNamed(boolean tcp) throws SocketException {
    InetSocketAddress closed;
    try (DatagramSocket socket = new DatagramSocket(0, LOOPBACK)) {
      closed = (InetSocketAddress) socket.getLocalSocketAddress();
    }
    DnsJavaClient client = new DnsJavaClient(() -> closed, InstantSource.system());
    assertThatThrownBy(() -> client.ask(new WireQuery(NAME, RecordType.A, tcp)))
        .isInstanceOf(NoAnswerException.class)
        .hasMessageContaining(String.valueOf(closed.getPort()));
  }
}
