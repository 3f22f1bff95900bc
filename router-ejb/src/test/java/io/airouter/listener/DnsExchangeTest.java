package io.airouter.listener;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.nameserver.NameServer;
import io.airouter.nameserver.NameServerSettings;
import io.airouter.nameserver.Zones;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Packets and their replies, without a socket between. */
class DnsExchangeTest {
  private final NameServer nameServer =
      new NameServer(
          () -> Zones.snapshot(1, DnsQueries.manyEndpoints(100)),
          NameServerSettings.LOOPBACK,
          new Random(1));
  private final DnsExchange exchange = new DnsExchange(nameServer);

  @Test
  void theQuestionIsEchoedInTheCaseItWasAskedIn() {
    byte[] query = DnsQueries.query("gPt-4.Ai-WoRkLoAd.InTeRnAl", 28);
    byte[] reply = exchange.overUdp(query, 5353).orElseThrow();

    assertThat(Arrays.copyOfRange(reply, 12, query.length))
        .isEqualTo(Arrays.copyOfRange(query, 12, query.length));
    assertThat(new String(reply, StandardCharsets.US_ASCII)).contains("gPt-4");
  }

  @Test
  void whatDoesNotFitADatagramIsTruncatedAndWholeOverTcp() {
    byte[] query = DnsQueries.query("gpt-4.ai-workload.internal", 1);
    byte[] overUdp = exchange.overUdp(query, 5353).orElseThrow();
    byte[] overTcp = exchange.overTcp(query).orElseThrow();

    assertThat(overUdp).hasSize(query.length);
    assertThat(overUdp[2] & 0x02).isEqualTo(0x02);
    assertThat(overTcp[2] & 0x02).isZero();
    assertThat(overTcp[7]).as("ANCOUNT").isEqualTo((byte) 64);
    assertThat(nameServer.counters()).containsEntry("truncated", 1L).containsEntry("udp", 1L);
  }

  @Test
  void additionalRecordsAreLeftOutBeforeAnAnswerIsTruncated() {
    NameServer small =
        new NameServer(
            () -> Zones.snapshot(1, DnsQueries.manyEndpoints(7)),
            NameServerSettings.LOOPBACK,
            new Random(1));
    byte[] query = DnsQueries.query("_http._tcp.gpt-4.ai-workload.internal", 33);
    byte[] reply = new DnsExchange(small).overUdp(query, 5353).orElseThrow();

    assertThat(reply).hasSizeLessThanOrEqualTo(512);
    assertThat(reply[2] & 0x02).isZero();
    assertThat(reply[7]).as("ANCOUNT").isEqualTo((byte) 7);
    assertThat(reply[11]).as("ARCOUNT").isLessThan((byte) 7);
  }

  @Test
  void responsesStumpsAndPortZeroAreDroppedAndCounted() {
    byte[] response = DnsQueries.query("gpt-4.ai-workload.internal", 1);
    response[2] |= (byte) 0x80;

    assertThat(exchange.overUdp(response, 5353)).isEmpty();
    assertThat(exchange.overUdp(new byte[11], 5353)).isEmpty();
    assertThat(exchange.overUdp(DnsQueries.query("gpt-4.ai-workload.internal", 1), 0)).isEmpty();
    assertThat(nameServer.counters())
        .containsAllEntriesOf(
            Map.of(
                "queries", 3L,
                "dropped_response", 1L,
                "dropped_too_short", 1L,
                "dropped_source_port", 1L));
  }

  @Test
  void aCookieRequestIsAnsweredWithoutACookie() {
    byte[] request =
        HexFormat.of()
            .parseHex(
                "2b070000000000000000000100002904d0000000000" + "00c000a00081122334455667788");
    byte[] reply = exchange.overUdp(request, 5353).orElseThrow();

    assertThat(HexFormat.of().formatHex(reply))
        .isEqualTo("2b078000000000000000000100002904d0000000000000");
  }

  @Test
  void everyPacketHasOneOutcome() {
    Random random = new Random(8_053);
    for (int i = 0; i < 20_000; i++) {
      byte[] noise = new byte[random.nextInt(100)];
      random.nextBytes(noise);
      exchange.overUdp(noise, 5353);
    }
    Map<String, Long> counters = nameServer.counters();
    long outcomes =
        counters.entrySet().stream()
            .filter(e -> !Set.of("queries", "udp", "tcp", "truncated").contains(e.getKey()))
            .mapToLong(Map.Entry::getValue)
            .sum();
    assertThat(outcomes).isEqualTo(20_000);
    assertThat(counters).containsEntry("queries", 20_000L).containsEntry("servfail", 0L);
    assertThat(counters.get("formerr")).isPositive();
  }
}
