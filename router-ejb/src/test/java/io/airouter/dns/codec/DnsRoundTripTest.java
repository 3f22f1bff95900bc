package io.airouter.dns.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.dns.DnsQuery;
import io.airouter.dns.DnsResponse;
import io.airouter.dns.DomainName;
import io.airouter.dns.EdnsOption;
import io.airouter.dns.OpaqueRecordData;
import io.airouter.dns.Question;
import io.airouter.dns.RRset;
import io.airouter.dns.Rcode;
import io.airouter.dns.RecordClass;
import io.airouter.dns.RecordData;
import io.airouter.dns.RecordType;
import io.airouter.dns.ResourceRecord;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.ClientSubnetOption;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** What is written is read again, whichever names share their ends and whatever the limit is. */
class DnsRoundTripTest {
  private static final String[] LABELS = {"a", "B", "gpt-4", "_tcp", "ep", "\\255", "x\\.y"};

  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  private final Random random = new Random(1982);

  @Test
  void everyKindOfRecordIsReadAsItWasWritten() {
    for (int round = 0; round < 2_000; round++) {
      DnsQuery query = DnsQuery.of(round, new Question(name(), RecordType.ANY, RecordClass.IN));
      DnsResponse response = response();
      DnsMessageReader.Reply reply =
          DnsMessageReader.read(DnsEncoder.encode(response, query, DnsEncoder.MAX_OCTETS));
      assertThat(reply.questions()).containsExactly(query.question());
      assertThat(reply.answers()).isEqualTo(records(response.answers()));
      assertThat(reply.authority()).isEqualTo(records(response.authority()));
      assertThat(reply.additional()).isEqualTo(records(response.additional()));
    }
  }

  @Test
  void noReplyExceedsItsLimitAndEachIsWellFormed() {
    DnsQuery query = DnsQuery.of(1, new Question(name(), RecordType.ANY, RecordClass.IN));
    for (int round = 0; round < 2_000; round++) {
      DnsResponse response = response();
      int limit = 512 + random.nextInt(800);
      byte[] octets = DnsEncoder.encode(response, query, limit);
      assertThat(octets.length).isLessThanOrEqualTo(limit);
      DnsMessageReader.Reply reply = DnsMessageReader.read(octets);
      if (reply.truncated()) {
        assertThat(reply.answers()).isEmpty();
      } else {
        assertThat(reply.answers()).isEqualTo(records(response.answers()));
        assertThat(reply.authority()).isEqualTo(records(response.authority()));
      }
    }
  }

  @Test
  void anotherImplementationReadsAndRewritesTheSameRecords() throws IOException {
    for (int round = 0; round < 2_000; round++) {
      DnsQuery query = DnsQuery.of(round, new Question(name(), RecordType.ANY, RecordClass.IN));
      byte[] ours = DnsEncoder.encode(response(), query, DnsEncoder.MAX_OCTETS);
      byte[] theirs = new Message(ours).toWire();
      assertThat(DnsMessageReader.read(theirs)).isEqualTo(DnsMessageReader.read(ours));
    }
  }

  @Test
  void aQueryOfAnotherImplementationIsRead() throws IOException {
    Name asked = Name.fromString("GPT-4.m.test.");
    Message message = Message.newQuery(Record.newRecord(asked, Type.HTTPS, DClass.IN));
    message.addRecord(
        new OPTRecord(1400, 0, 0, ExtendedFlags.DO, new ClientSubnetOption(32, LOOPBACK)),
        Section.ADDITIONAL);
    DnsQuery query = ((DecodedMessage.Query) DnsDecoder.decode(message.toWire())).query();
    assertThat(query.question().toString()).isEqualTo("GPT-4.m.test. IN HTTPS");
    assertThat(query.recursionDesired()).isTrue();
    assertThat(query.dnssecOk()).isTrue();
    assertThat(query.udpReplyLimit(4096)).isEqualTo(1400);
    assertThat(query.edns().orElseThrow().option(EdnsOption.CLIENT_SUBNET)).isPresent();
  }

  private DnsResponse response() {
    return new DnsResponse(
        Rcode.NOERROR, true, false, sets(), sets(), sets(), Optional.empty(), Optional.empty());
  }

  private List<RRset> sets() {
    List<RRset> sets = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      int kind = random.nextInt(10);
      List<RecordData> records = new ArrayList<>();
      for (int j = random.nextInt(4); j >= 0; j--) {
        records.add(data(kind));
      }
      int ttl = random.nextInt(Integer.MAX_VALUE);
      sets.add(new RRset(name(), records.getFirst().type(), ttl, records));
    }
    return sets;
  }

  private RecordData data(int kind) {
    return switch (kind) {
      case 0 -> Addresses.a(10, random.nextInt(256), random.nextInt(256), random.nextInt(256));
      case 1 -> Addresses.aaaa(octets(16));
      case 2 -> new RecordData.NS(name());
      case 3 -> new RecordData.CNAME(name());
      case 4 -> new RecordData.PTR(name());
      case 5 -> new RecordData.SOA(name(), name(), random.nextInt() & 0xffff_ffffL, 1, 2, 3, 4);
      case 6 -> new RecordData.SRV(u16(), u16(), u16(), name());
      case 7 -> new RecordData.TXT(List.of("weight=60", "", "ü".repeat(random.nextInt(128))));
      case 8 -> new RecordData.HINFO("RFC8482", "");
      default -> new OpaqueRecordData(new RecordType(666), octets(random.nextInt(60)));
    };
  }

  private DomainName name() {
    DomainName name = DomainName.parse("m.test");
    for (int i = random.nextInt(5); i > 0; i--) {
      name = name.descendant(LABELS[random.nextInt(LABELS.length)]);
    }
    return random.nextInt(20) == 0 ? DomainName.ROOT : name;
  }

  private int u16() {
    return random.nextInt(65_536);
  }

  private byte[] octets(int count) {
    byte[] octets = new byte[count];
    random.nextBytes(octets);
    return octets;
  }

  private static List<ResourceRecord> records(List<RRset> sets) {
    return sets.stream().flatMap(set -> set.resourceRecords().stream()).toList();
  }
}
