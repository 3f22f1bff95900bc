package io.airouter.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What is asked over UDP, and what counts as its answer. */
sealed interface Datagrams {

  /** The {@code n}th request. */
  byte[] request(int n);

  /** Whether the first {@code length} bytes answer positively. */
  boolean isAnswer(byte[] reply, int length);

  /**
   * DNS queries with EDNS (RFC 6891), as resolvers send them.
   *
   * @param names asked in turn
   * @param type the QTYPE
   */
  record Dns(List<String> names, int type) implements Datagrams {
    static final int A = 1;
    static final int SRV = 33;
    private static final int IN = 1;
    private static final int OPT = 41;
    private static final int PAYLOAD = 1232;

    public Dns {
      names = List.copyOf(names);
    }

    @Override
    public byte[] request(int n) {
      ByteBuffer packet = ByteBuffer.allocate(512);
      packet.putShort((short) n).putShort((short) 0).putShort((short) 1);
      packet.putShort((short) 0).putShort((short) 0).putShort((short) 1);
      for (String label : List.of(names.get(n % names.size()).split("\\.", -1))) {
        packet.put((byte) label.length()).put(label.getBytes(StandardCharsets.US_ASCII));
      }
      packet.put((byte) 0).putShort((short) type).putShort((short) IN);
      packet.put((byte) 0).putShort((short) OPT).putShort((short) PAYLOAD);
      packet.putInt(0).putShort((short) 0);
      return written(packet);
    }

    /** QR, RCODE 0, at least one answer. */
    @Override
    public boolean isAnswer(byte[] reply, int length) {
      return length > 12
          && (reply[2] & 0x80) != 0
          && (reply[3] & 0x0f) == 0
          && (reply[6] | reply[7]) != 0;
    }
  }

  /**
   * Plain Map-Requests (RFC 9301 §5.2) for one IPv4 EID each, with 127.0.0.1 as ITR-RLOC.
   *
   * @param eids asked in turn
   */
  record MapRequests(List<Integer> eids) implements Datagrams {
    private static final int LOOPBACK = 0x7f000001;

    public MapRequests {
      eids = List.copyOf(eids);
    }

    @Override
    public byte[] request(int n) {
      ByteBuffer packet = ByteBuffer.allocate(64);
      packet.putInt(0x10000001).putLong(n + 1L).putShort((short) 0);
      packet.putShort((short) 1).putInt(LOOPBACK);
      packet.put((byte) 0).put((byte) 32).putShort((short) 1).putInt(eids.get(n % eids.size()));
      return written(packet);
    }

    /** A Map-Reply whose first record has locators. */
    @Override
    public boolean isAnswer(byte[] reply, int length) {
      return length > 16 && (reply[0] & 0xf0) == 0x20 && reply[16] != 0;
    }
  }

  private static byte[] written(ByteBuffer packet) {
    byte[] bytes = new byte[packet.position()];
    packet.flip().get(bytes);
    return bytes;
  }
}
