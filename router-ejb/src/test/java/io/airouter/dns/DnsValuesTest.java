package io.airouter.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DnsValuesTest {
  private static final DomainName NAME = DomainName.parse("m.example");

  @ParameterizedTest
  @CsvSource({"1,A", "28,AAAA", "33,SRV", "65,HTTPS", "255,ANY", "0,TYPE0", "666,TYPE666"})
  void aTypeReadsAsItsMnemonicOrItsNumber(int code, String text) {
    assertThat(new RecordType(code)).hasToString(text);
    assertThat(RecordType.parse(text)).contains(new RecordType(code));
  }

  @Test
  void aTypeIsReadInAnyCaseAndUnknownTextIsNone() {
    assertThat(RecordType.parse("aaaa")).contains(RecordType.AAAA);
    assertThat(RecordType.parse("TYPE1")).contains(RecordType.A);
    assertThat(RecordType.parse("TYPE65536")).isEmpty();
    assertThat(RecordType.parse("BOGUS")).isEmpty();
  }

  @Test
  void unknownCodesAreKept() {
    assertThat(new RecordClass(7)).hasToString("CLASS7");
    assertThat(RecordClass.parse("CLASS7")).contains(new RecordClass(7));
    assertThat(new Opcode(15)).hasToString("OPCODE15");
    assertThat(new Rcode(3000)).hasToString("RCODE3000");
  }

  @Test
  void anExtendedRcodeIsSplitBetweenHeaderAndOpt() {
    assertThat(Rcode.BADVERS.headerBits()).isZero();
    assertThat(Rcode.BADVERS.extendedBits()).isEqualTo(1);
    assertThat(Rcode.BADCOOKIE.headerBits()).isEqualTo(7);
    assertThat(Rcode.REFUSED.extendedBits()).isZero();
  }

  @Test
  void codesOutsideTheirFieldAreRefused() {
    assertThatThrownBy(() -> new RecordType(65536)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Opcode(16)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Rcode(-1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anRrsetHoldsRecordsOfItsTypeOnly() {
    List<RecordData> text = List.of(new RecordData.TXT(List.of("x")));
    assertThatThrownBy(() -> new RRset(NAME, RecordType.A, 5, text))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RRset(NAME, RecordType.A, 5, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new RRset(NAME, RecordType.TXT, -1, text))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new RRset(NAME, RecordType.TXT, 5, text).resourceRecords())
        .containsExactly(
            new ResourceRecord(NAME, RecordType.TXT, RecordClass.IN, 5, text.getFirst()));
  }

  @Test
  void aStringOf256OctetsIsNoTxt() {
    assertThatThrownBy(() -> new RecordData.TXT(List.of("ü".repeat(128))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new RecordData.TXT(List.of("a".repeat(255))).strings()).hasSize(1);
  }

  @Test
  void opaqueOctetsDoNotChangeWithTheCallersArray() {
    byte[] octets = {1, 2};
    OpaqueRecordData opaque = new OpaqueRecordData(RecordType.HTTPS, octets);
    octets[0] = 9;
    opaque.octets()[1] = 9;
    assertThat(opaque).isEqualTo(new OpaqueRecordData(RecordType.HTTPS, new byte[] {1, 2}));
  }

  @ParameterizedTest
  @CsvSource({"0,512", "511,512", "512,512", "1000,1000", "1232,1232", "4096,1232"})
  void aUdpReplyIsAsLongAsBothSidesTake(int offered, int limit) {
    Edns edns = new Edns(offered, 0, false, List.of());
    assertThat(query(Optional.of(edns)).udpReplyLimit(1232)).isEqualTo(limit);
  }

  @Test
  void withoutEdnsAUdpReplyHas512Octets() {
    assertThat(query(Optional.empty()).udpReplyLimit(1232)).isEqualTo(512);
  }

  private static DnsQuery query(Optional<Edns> edns) {
    Question question = new Question(NAME, RecordType.A, RecordClass.IN);
    return new DnsQuery(1, Opcode.QUERY, false, false, question, edns, Optional.empty());
  }
}
