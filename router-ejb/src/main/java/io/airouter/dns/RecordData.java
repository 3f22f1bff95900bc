package io.airouter.dns;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * The RDATA of one record: what stands behind a name. The kinds this server makes have their own
 * record; all else is {@link OpaqueRecordData}.
 */
public sealed interface RecordData
    permits RecordData.A,
        RecordData.AAAA,
        RecordData.NS,
        RecordData.CNAME,
        RecordData.PTR,
        RecordData.SOA,
        RecordData.SRV,
        RecordData.TXT,
        RecordData.HINFO,
        OpaqueRecordData {
  RecordType type();

  /** An IPv4 address (RFC 1035 §3.4.1). */
  record A(Inet4Address address) implements RecordData {
    public A {
      Objects.requireNonNull(address);
    }

    @Override
    public RecordType type() {
      return RecordType.A;
    }
  }

  /** An IPv6 address (RFC 3596 §2.2). */
  record AAAA(Inet6Address address) implements RecordData {
    public AAAA {
      Objects.requireNonNull(address);
    }

    @Override
    public RecordType type() {
      return RecordType.AAAA;
    }
  }

  /** A name server of the zone (RFC 1035 §3.3.11). */
  record NS(DomainName server) implements RecordData {
    public NS {
      Objects.requireNonNull(server);
    }

    @Override
    public RecordType type() {
      return RecordType.NS;
    }
  }

  /** The name that this one is an alias of (RFC 1035 §3.3.1). */
  record CNAME(DomainName canonicalName) implements RecordData {
    public CNAME {
      Objects.requireNonNull(canonicalName);
    }

    @Override
    public RecordType type() {
      return RecordType.CNAME;
    }
  }

  /** The name of an address (RFC 1035 §3.3.12). */
  record PTR(DomainName target) implements RecordData {
    public PTR {
      Objects.requireNonNull(target);
    }

    @Override
    public RecordType type() {
      return RecordType.PTR;
    }
  }

  /**
   * Where a zone begins (RFC 1035 §3.3.13). {@code serial} is 32 bits of serial arithmetic (RFC
   * 1982); times are seconds; {@code minimum} bounds how long a negative answer is kept (RFC 2308).
   */
  record SOA(
      DomainName primary,
      DomainName mailbox,
      long serial,
      int refresh,
      int retry,
      int expire,
      int minimum)
      implements RecordData {
    public SOA {
      Objects.requireNonNull(primary);
      Objects.requireNonNull(mailbox);
      if (serial < 0 || serial > 0xffff_ffffL) {
        throw new IllegalArgumentException("serial " + serial + " is not 32 bits");
      }
      ResourceRecord.requireTtl(refresh);
      ResourceRecord.requireTtl(retry);
      ResourceRecord.requireTtl(expire);
      ResourceRecord.requireTtl(minimum);
    }

    @Override
    public RecordType type() {
      return RecordType.SOA;
    }
  }

  /**
   * A server of a service (RFC 2782): the lowest priority is used first, weight shares the load
   * among equals, a target of "." says there is no service.
   */
  record SRV(int priority, int weight, int port, DomainName target) implements RecordData {
    public SRV {
      Codes.requireU16(priority, "SRV priority");
      Codes.requireU16(weight, "SRV weight");
      Codes.requireU16(port, "SRV port");
      Objects.requireNonNull(target);
    }

    @Override
    public RecordType type() {
      return RecordType.SRV;
    }
  }

  /** One or more strings of at most 255 octets of UTF-8 each (RFC 1035 §3.3.14). */
  record TXT(List<String> strings) implements RecordData {
    public TXT {
      strings = List.copyOf(strings);
      if (strings.isEmpty()) {
        throw new IllegalArgumentException("TXT without a string");
      }
      strings.forEach(RecordData::requireCharacterString);
    }

    @Override
    public RecordType type() {
      return RecordType.TXT;
    }
  }

  /** Machine and system of a host; today the short answer to ANY (RFC 8482 §4.2). */
  record HINFO(String cpu, String os) implements RecordData {
    public HINFO {
      requireCharacterString(cpu);
      requireCharacterString(os);
    }

    @Override
    public RecordType type() {
      return RecordType.HINFO;
    }
  }

  private static void requireCharacterString(String text) {
    Codes.require(text.getBytes(StandardCharsets.UTF_8).length, 255, "character-string length");
  }
}
