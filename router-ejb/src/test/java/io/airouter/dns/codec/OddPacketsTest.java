package io.airouter.dns.codec;

import static io.airouter.dns.codec.Packets.MODEL;
import static io.airouter.dns.codec.Packets.NOTHING;
import static io.airouter.dns.codec.Packets.header;
import static io.airouter.dns.codec.Packets.hex;
import static io.airouter.dns.codec.Packets.join;
import static io.airouter.dns.codec.Packets.opt;
import static io.airouter.dns.codec.Packets.query;
import static io.airouter.dns.codec.Packets.question;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.airouter.dns.DomainName;
import io.airouter.dns.EdnsOption;
import io.airouter.dns.codec.DecodedMessage.CookieRequest;
import io.airouter.dns.codec.DecodedMessage.Drop;
import io.airouter.dns.codec.DecodedMessage.Query;
import io.airouter.dns.codec.DecodedMessage.Refusal;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The odd packets that six other servers were probed with, and what this decoder makes of each. */
class OddPacketsTest {
  private static final DomainName ZONE = DomainName.parse("ai-workload.internal");
  private static final byte[] A_IN = hex("0001 0001");

  static Stream<Arguments> headers() {
    byte[] ask = question(MODEL, 1, 1);
    return Stream.of(
        arguments("11 octets", Arrays.copyOf(query(0), 11), "TOO_SHORT"),
        arguments("nothing", NOTHING, "TOO_SHORT"),
        arguments("header without question", header(0, 0, 0, 0, 0), "FORMERR 0/0"),
        arguments("a response", join(header(0x8000, 1, 0, 0, 0), ask), "RESPONSE"),
        arguments("two questions", join(header(0, 2, 0, 0, 0), ask, ask), "FORMERR 0/0"),
        arguments("question missing", header(0, 1, 0, 0, 0), "FORMERR 0/0"),
        arguments("opcode STATUS", join(header(0x1000, 1, 0, 0, 0), ask), "NOTIMP 0/0"),
        arguments("opcode IQUERY", join(header(0x0800, 1, 0, 0, 0), ask), "NOTIMP 0/0"),
        arguments(
            "opcode NOTIFY", join(header(0x2000, 1, 0, 0, 0), question(ZONE, 6, 1)), "NOTIMP 0/0"),
        arguments(
            "opcode UPDATE", join(header(0x2800, 1, 0, 0, 0), question(ZONE, 6, 1)), "NOTIMP 0/0"),
        arguments("opcode DSO", join(header(0x3000, 1, 0, 0, 0), ask), "NOTIMP 0/0"),
        arguments("opcode 15", join(header(0x7800, 1, 0, 0, 0), ask), "NOTIMP 0/0"),
        arguments("AD and CD", join(header(0x0030, 1, 0, 0, 0), ask), "QUERY A"),
        arguments("Z bit", join(header(0x0040, 1, 0, 0, 0), ask), "QUERY A"),
        arguments("RD", join(header(0x0100, 1, 0, 0, 0), ask), "QUERY A"),
        arguments("TC", join(header(0x0200, 1, 0, 0, 0), ask), "QUERY A"),
        arguments("answer promised", join(header(0, 1, 1, 0, 0), ask), "FORMERR 1/0"));
  }

  static Stream<Arguments> questions() {
    byte[] head = header(0, 1, 0, 0, 0);
    byte[] label63 = join(hex("3f"), "a".repeat(63).getBytes(US_ASCII));
    byte[] tooLong = join(label63, label63, label63, label63, hex("01 61 00"));
    return Stream.of(
        arguments("a pointer", join(head, hex("c00c"), A_IN), "FORMERR 0/0"),
        arguments("label type 0x40", join(head, hex("41 6161 00"), A_IN), "FORMERR 0/0"),
        arguments("label type 0x80", join(head, hex("81 6161 00"), A_IN), "FORMERR 0/0"),
        arguments("name over 255", join(head, tooLong, A_IN), "FORMERR 0/0"),
        arguments("no class", join(head, MODEL.toWire(), hex("0001")), "FORMERR 0/0"),
        arguments("octets after the end", join(query(0), hex("6a756e6b21")), "QUERY A"),
        arguments("another zone", asked("www.other.test", 1, 1), "QUERY A"),
        arguments("no such name", asked("nope.ai-workload.internal", 1, 1), "QUERY A"),
        arguments("no such record", asked("gpt-4.ai-workload.internal", 28, 1), "QUERY AAAA"),
        arguments("empty non-terminal", asked("_tcp.gpt-4.ai-workload.internal", 1, 1), "QUERY A"),
        arguments("version.bind", asked("version.bind", 16, 3), "QUERY TXT"),
        arguments("class CH", join(head, question(MODEL, 1, 3)), "QUERY A"),
        arguments("class HS", join(head, question(MODEL, 1, 4)), "QUERY A"),
        arguments("class ANY", join(head, question(MODEL, 1, 255)), "QUERY A"),
        arguments("type ANY", join(head, question(MODEL, 255, 1)), "QUERY ANY"),
        arguments("AXFR", join(head, question(ZONE, 252, 1)), "QUERY AXFR"),
        arguments("IXFR", join(head, question(ZONE, 251, 1)), "QUERY IXFR"),
        arguments("type 0", join(head, question(MODEL, 0, 1)), "QUERY TYPE0"),
        arguments("type OPT", join(head, question(MODEL, 41, 1)), "QUERY OPT"),
        arguments("type RRSIG", join(head, question(MODEL, 46, 1)), "QUERY RRSIG"),
        arguments("type TKEY", join(head, question(MODEL, 249, 1)), "QUERY TKEY"),
        arguments("0x20", asked("GpT-4.Ai-WoRkLoAd.InTeRnAl", 1, 1), "QUERY A"));
  }

  static Stream<Arguments> extensions() {
    byte[] plain = opt(1232, 0, 0);
    byte[] named = join(hex("01 61"), plain);
    byte[] short9 = hex("00 0029 04d0 00000000 0009 ; RDLENGTH 9, no octets");
    byte[] short3 = hex("00 0029 04d0 00000000 0003 000a00 ; an option cut short");
    return Stream.of(
        arguments("ANY with EDNS", anyWithEdns(), "QUERY ANY +EDNS"),
        arguments("EDNS version 1", query(1, opt(1232, 1, 0)), "BADVERS 1/1"),
        arguments("payload size 0", query(1, opt(0, 0, 0)), "QUERY A +EDNS"),
        arguments("two OPT", query(2, plain, plain), "FORMERR 1/1"),
        arguments("OPT past the end", query(1, short9), "FORMERR 1/1"),
        arguments("option past the end", query(1, short3), "FORMERR 1/1"),
        arguments("OPT with an owner", query(1, named), "FORMERR 1/0"),
        arguments("OPT as answer", optIn(1, 0), "FORMERR 1/0"),
        arguments("OPT as authority", optIn(0, 1), "FORMERR 1/0"),
        arguments("unknown option", option(65001, "7878"), "QUERY A +EDNS"),
        arguments("client cookie", option(10, "00".repeat(8)), "QUERY A +EDNS"),
        arguments("cookie of 7", option(10, "00".repeat(7)), "FORMERR 1/1"),
        arguments("cookie of 12", option(10, "00".repeat(12)), "FORMERR 1/1"),
        arguments("cookie of 24", option(10, "00".repeat(24)), "QUERY A +EDNS"),
        arguments("cookie of 41", option(10, "00".repeat(41)), "FORMERR 1/1"),
        arguments("subnet /24", option(8, "0001 18 00 7f0000"), "QUERY A +EDNS"),
        arguments("subnet /0 of no family", option(8, "0000 00 00"), "QUERY A +EDNS"),
        arguments("subnet with scope", option(8, "0001 18 08 7f0000"), "FORMERR 1/1"),
        arguments("subnet cut short", option(8, "0001 18 00 7f"), "FORMERR 1/1"),
        arguments("subnet without prefix", option(8, "0001"), "FORMERR 1/1"),
        arguments("subnet with spare bits", option(8, "0001 14 00 7f00ff"), "FORMERR 1/1"),
        arguments("subnet /33", option(8, "0001 21 00 7f00000000"), "FORMERR 1/1"),
        arguments("keepalive over UDP", option(11, "0010"), "QUERY A +EDNS"),
        arguments("NSID", option(3, ""), "QUERY A +EDNS"),
        arguments("DO", query(1, opt(1232, 0, 0x8000)), "QUERY A +EDNS"),
        arguments("TSIG", query(1, Packets.tsig("k.test")), "QUERY A +TSIG"),
        arguments("cookie only", cookieOnly(), "COOKIE"));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource({"headers", "questions", "extensions"})
  void anOddPacketGetsItsReaction(String oddity, byte[] packet, String reaction) {
    assertThat(reaction(DnsDecoder.decode(packet))).as(oddity).isEqualTo(reaction);
  }

  /** A refusal reads as its RCODE and whether question and OPT are repeated, 1/0. */
  private static String reaction(DecodedMessage decoded) {
    return switch (decoded) {
      case Drop(var reason) -> reason.name();
      case CookieRequest request -> "COOKIE";
      case Refusal(var reply, var reason) ->
          reply.rcode()
              + " "
              + reply.question().stream().count()
              + "/"
              + reply.edns().stream().count();
      case Query(var query) ->
          "QUERY "
              + query.question().type()
              + (query.edns().isPresent() ? " +EDNS" : "")
              + (query.tsig().isPresent() ? " +TSIG" : "");
    };
  }

  private static byte[] asked(String name, int type, int recordClass) {
    return join(header(0, 1, 0, 0, 0), question(DomainName.parse(name), type, recordClass));
  }

  private static byte[] anyWithEdns() {
    return join(header(0, 1, 0, 0, 1), question(MODEL, 255, 1), opt(1232, 0, 0));
  }

  private static byte[] optIn(int answers, int authorities) {
    return join(header(0, 1, answers, authorities, 0), question(MODEL, 1, 1), opt(1232, 0, 0));
  }

  private static byte[] option(int code, String hexValue) {
    return query(1, opt(1232, 0, 0, new EdnsOption(code, hex(hexValue))));
  }

  private static byte[] cookieOnly() {
    return join(header(0, 0, 0, 0, 1), opt(1232, 0, 0, new EdnsOption(10, new byte[8])));
  }
}
