package io.airouter.lisp.codec;

import io.airouter.lisp.Authentication;
import io.airouter.lisp.EidPrefix;
import io.airouter.lisp.EncapsulatedControlMessage;
import io.airouter.lisp.EncapsulatedControlMessage.InnerHeaders;
import io.airouter.lisp.InstanceId;
import io.airouter.lisp.LispAddress;
import io.airouter.lisp.LispMessage;
import io.airouter.lisp.Locator;
import io.airouter.lisp.MapNotify;
import io.airouter.lisp.MapNotifyAck;
import io.airouter.lisp.MapRegister;
import io.airouter.lisp.MapReply;
import io.airouter.lisp.MapRequest;
import io.airouter.lisp.MapRequest.EidRecord;
import io.airouter.lisp.MappingRecord;
import io.airouter.lisp.NegativeAction;
import io.airouter.lisp.NoAddress;
import io.airouter.lisp.Octets;
import io.airouter.lisp.OpaqueLcaf;
import io.airouter.lisp.XtrIdentity;
import java.util.List;
import java.util.Optional;

/** Packets written by hand from RFC 9301 and RFC 8060, and what they mean. */
enum GoldenPackets {
  MAP_REQUEST(
      """
      10 00 00 01             # type 1, no flags, IRC 0, 1 record
      01 23 45 67 89 ab cd ef # nonce
      00 00                   # source EID: none
      00 01 7f 00 00 01       # ITR-RLOC 127.0.0.1
      00 20                   # reserved, mask 32
      00 01 0a 64 00 01       # EID 10.100.0.1
      """,
      MapRequest.of(
          0x0123456789abcdefL, EidPrefix.parse("10.100.0.1"), LispAddress.parse("127.0.0.1"))),
  SUBSCRIPTION(
      """
      11 10 21 01             # type 1, S, I, D, IRC 1, 1 record
      01 23 45 67 89 ab cd ef # nonce
      00 01 0a 01 00 01       # source EID 10.1.0.1
      00 01 c0 00 02 01       # ITR-RLOC 192.0.2.1
      00 02 20 01 0d b8 00 00 00 00 00 00 00 00 00 00 00 01 # ITR-RLOC 2001:db8::1
      80 18                   # N, mask 24
      00 01 0a 64 00 00       # EID 10.100.0.0
      00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f # xTR-ID
      00 01 02 03 04 05 06 07 # Site-ID
      """,
      new MapRequest(
          MapRequest.Flags.SOLICITATION,
          0x0123456789abcdefL,
          LispAddress.parse("10.1.0.1"),
          List.of(LispAddress.parse("192.0.2.1"), LispAddress.parse("2001:db8::1")),
          List.of(new EidRecord(true, EidPrefix.parse("10.100.0.0/24"))),
          Optional.empty(),
          Optional.of(Fixtures.IDENTITY))),
  MAP_REQUEST_WITH_MAPPING(
      """
      1e c0 40 01             # type 1, A, M, P, p, s, L
      00 00 00 00 00 00 00 07 # nonce
      00 00                   # source EID: none
      00 00                   # ITR-RLOC: none
      00 30                   # reserved, mask 48
      40 05 00 53 00 00 00 01 # EID 00:53:00:00:00:01
      00 00 05 a0 01 20 10 00 00 07 # TTL 1440, 1 Locator, mask 32, A, Map-Version 7
      00 01 0a 01 00 01       # EID 10.1.0.1
      01 64 ff 00 00 07       # priority 1, weight 100, multicast 255/0, L p R
      00 01 c0 00 02 01       # RLOC 192.0.2.1
      """,
      new MapRequest(
          new MapRequest.Flags(true, true, false, true, true, true, false),
          7,
          NoAddress.NONE,
          List.of(NoAddress.NONE),
          List.of(new EidRecord(false, EidPrefix.parse("00:53:00:00:00:01"))),
          Optional.of(
              new MappingRecord(
                  1440,
                  EidPrefix.parse("10.1.0.1"),
                  NegativeAction.NO_ACTION,
                  true,
                  7,
                  List.of(
                      new Locator(
                          1, 100, 255, 0, true, true, true, LispAddress.parse("192.0.2.1"))))),
          Optional.empty())),
  MAP_REPLY(
      """
      20 00 00 01             # type 2, 1 record
      00 00 00 00 00 00 00 01 # nonce
      00 00 00 01 03 20 00 00 00 00 # TTL 1, 3 Locators, mask 32, no action
      00 01 0a 64 00 01       # EID 10.100.0.1
      01 64 ff 00 00 01 00 01 7f 00 01 01 # 1/100, R, 127.0.1.1
      02 32 ff 00 00 01 00 02 20 01 0d b8 00 00 00 00 00 00 00 00 00 00 00 02 # 2/50, 2001:db8::2
      ff 00 ff 00 00 01       # priority 255, not to be used
      40 03 00 00 01 00 00 0e # LCAF type 1, AFI list, 14 octets
      00 01 c0 00 02 01       # 192.0.2.1
      00 11 67 70 75 2d 31 00 # name gpu-1
      """,
      MapReply.of(
          1,
          List.of(
              MappingRecord.proxied(
                  1,
                  EidPrefix.parse("10.100.0.1"),
                  List.of(
                      Locator.unicast(1, 100, LispAddress.parse("127.0.1.1")),
                      Locator.unicast(2, 50, LispAddress.parse("2001:db8::2")),
                      Locator.unicast(
                          255,
                          0,
                          new OpaqueLcaf(
                              1, 0, Octets.parse("0001c0000201" + "00116770752d3100")))))))),
  NEGATIVE_MAP_REPLY(
      """
      20 00 00 01             # type 2, 1 record
      00 00 00 00 00 00 00 01 # nonce
      00 00 00 0f 00 05 20 00 00 00 # TTL 15, no Locator, mask 5, ACT 1
      00 01 c8 00 00 00       # EID 200.0.0.0
      """,
      MapReply.of(
          1,
          List.of(
              MappingRecord.negative(
                  15, EidPrefix.parse("200.0.0.0/5"), NegativeAction.NATIVELY_FORWARD)))),
  MAP_REGISTER(
      """
      3a 00 05 01             # type 3, P, I, a, M, 1 record
      00 00 00 00 00 00 00 02 # nonce
      01 02 00 20             # Key ID 1, HMAC-SHA-256-128, 32 octets
      35 9d a1 14 30 a6 f4 2a 2f 1c 4c df 72 b5 1c d9 # HMAC with the key "secret"
      12 b7 8f 1d e9 98 4a b1 21 bc 3d 89 2e 20 5b a1
      00 00 05 a0 01 18 10 00 00 00 # TTL 1440, 1 Locator, mask 24, A
      40 03 00 00 02 00 00 0a # LCAF type 2, Instance-ID, 10 octets
      00 00 03 e8             # Instance-ID 1000
      00 01 0a 64 00 00       # EID 10.100.0.0
      01 64 ff 00 00 05 00 01 c0 00 02 01 # 1/100, L R, 192.0.2.1
      00 01 02 03 04 05 06 07 08 09 0a 0b 0c 0d 0e 0f # xTR-ID
      00 01 02 03 04 05 06 07 # Site-ID
      """,
      new MapRegister(
          new MapRegister.Flags(true, false, false, false, true, true),
          2,
          new Authentication(
              1,
              2,
              Octets.parse("359da11430a6f42a2f1c4cdf72b51cd912b78f1de9984ab121bc3d892e205ba1")),
          List.of(Fixtures.registered(new EidPrefix(0, Fixtures.IN_INSTANCE, 24))),
          Optional.of(Fixtures.IDENTITY))),
  MAP_NOTIFY(
      """
      40 00 00 01             # type 4, 1 record
      00 00 00 00 00 00 00 02 # nonce
      01 03 00 10             # Key ID 1, HMAC-SHA256-128+HKDF-SHA256, 16 octets
      2a 59 b9 1b 42 79 e2 69 65 13 fd 52 ba 1e a2 f0 # HMAC with the key "secret"
      00 00 05 a0 01 58 10 00 00 00 # TTL 1440, 1 Locator, mask 88, A
      00 11 6d 6f 64 65 6c 2f 67 70 74 2d 34 00 # EID model/gpt-4
      01 64 ff 00 00 05 00 01 c0 00 02 01 # 1/100, L R, 192.0.2.1
      """,
      new MapNotify(
          2,
          new Authentication(1, 3, Octets.parse("2a59b91b4279e2696513fd52ba1ea2f0")),
          List.of(Fixtures.registered(EidPrefix.parse("name:model/gpt-4"))),
          Optional.empty())),
  MAP_NOTIFY_ACK(
      """
      50 00 00 01             # type 5, 1 record
      00 00 00 00 00 00 00 02 # nonce
      01 01 00 0c             # Key ID 1, HMAC-SHA-1-96, 12 octets
      ae 3d db 54 10 7c 5f 36 b9 26 88 46 # HMAC with the key "secret"
      00 00 05 a0 01 20 10 00 00 00 # TTL 1440, 1 Locator, mask 32, A
      00 01 0a 64 00 01       # EID 10.100.0.1
      01 64 ff 00 00 05 00 01 c0 00 02 01 # 1/100, L R, 192.0.2.1
      """,
      new MapNotifyAck(
          2,
          new Authentication(1, 1, Octets.parse("ae3ddb54107c5f36b9268846")),
          List.of(Fixtures.registered(EidPrefix.parse("10.100.0.1"))),
          Optional.empty())),
  ENCAPSULATED_IN_IPV4(
      """
      80 00 00 00             # type 8
      45 00 00 38 00 00 00 00 40 11 66 4f # IPv4, 56 octets, TTL 64, UDP, checksum
      0a 01 00 01 0a 64 00 01 # 10.1.0.1 to 10.100.0.1
      ee 48 10 f6 00 24 52 76 # UDP 61000 to 4342, 36 octets, checksum
      10 00 00 01 00 00 00 00 00 00 00 01 # Map-Request, nonce 1
      00 00 00 01 7f 00 00 01 # no source EID, ITR-RLOC 127.0.0.1
      00 20 00 01 0a 64 00 01 # 10.100.0.1/32
      """,
      new EncapsulatedControlMessage(
          false,
          new InnerHeaders(
              LispAddress.parse("10.1.0.1"), LispAddress.parse("10.100.0.1"), 61000, 4342),
          MapRequest.of(1, EidPrefix.parse("10.100.0.1"), LispAddress.parse("127.0.0.1")))),
  ENCAPSULATED_IN_IPV6(
      """
      84 00 00 00             # type 8, D
      60 00 00 00 00 30 11 40 # IPv6, 48 octets, UDP, hop limit 64
      20 01 0d b8 00 00 00 00 00 00 00 00 00 00 00 09 # 2001:db8::9
      20 01 0d b8 00 00 00 00 00 00 00 00 00 00 00 01 # to 2001:db8::1
      ee 48 10 f6 00 30 e7 92 # UDP 61000 to 4342, 48 octets, checksum
      10 00 00 01 00 00 00 00 00 00 00 01 # Map-Request, nonce 1
      00 00 00 01 7f 00 00 01 # no source EID, ITR-RLOC 127.0.0.1
      00 80 00 02 20 01 0d b8 00 00 00 00 00 00 00 00 00 00 00 01 # 2001:db8::1/128
      """,
      new EncapsulatedControlMessage(
          true,
          new InnerHeaders(
              LispAddress.parse("2001:db8::9"), LispAddress.parse("2001:db8::1"), 61000, 4342),
          MapRequest.of(1, EidPrefix.parse("2001:db8::1"), LispAddress.parse("127.0.0.1"))));

  private final String dump;

  @SuppressWarnings("ImmutableEnumChecker") // Every LispMessage is an immutable record.
  private final LispMessage message;

  GoldenPackets(String dump, LispMessage message) {
    this.dump = dump;
    this.message = message;
  }

  byte[] octets() {
    return PacketDump.parse(dump);
  }

  LispMessage message() {
    return message;
  }

  /** Values several packets share; an enum's own constants come too late for its constructor. */
  private static final class Fixtures {
    static final XtrIdentity IDENTITY =
        new XtrIdentity(
            Octets.parse("000102030405060708090a0b0c0d0e0f"), Octets.parse("0001020304050607"));
    static final LispAddress IN_INSTANCE = new InstanceId(1000, 0, LispAddress.parse("10.100.0.0"));

    static MappingRecord registered(EidPrefix eid) {
      Locator locator =
          new Locator(1, 100, 255, 0, true, false, true, LispAddress.parse("192.0.2.1"));
      return new MappingRecord(1440, eid, NegativeAction.NO_ACTION, true, 0, List.of(locator));
    }
  }
}
