package io.airouter.dns;

import java.util.stream.Collectors;

/** RDATA in the presentation format of master files (RFC 1035 §5.1). */
public final class RecordText {
  private RecordText() {}

  /** One line without the owner, the TTL and the type. */
  public static String of(RecordData data) {
    return switch (data) {
      case RecordData.A a -> a.address().getHostAddress();
      case RecordData.AAAA aaaa -> aaaa.address().getHostAddress();
      case RecordData.NS ns -> ns.server().toString();
      case RecordData.CNAME cname -> cname.canonicalName().toString();
      case RecordData.PTR ptr -> ptr.target().toString();
      case RecordData.SOA soa -> soa(soa);
      case RecordData.SRV srv ->
          srv.priority() + " " + srv.weight() + " " + srv.port() + " " + srv.target();
      case RecordData.TXT txt ->
          txt.strings().stream().map(RecordText::quoted).collect(Collectors.joining(" "));
      case RecordData.HINFO hinfo -> quoted(hinfo.cpu()) + " " + quoted(hinfo.os());
      case OpaqueRecordData opaque -> opaque.toString();
    };
  }

  private static String soa(RecordData.SOA soa) {
    return String.join(
        " ",
        soa.primary().toString(),
        soa.mailbox().toString(),
        String.valueOf(soa.serial()),
        String.valueOf(soa.refresh()),
        String.valueOf(soa.retry()),
        String.valueOf(soa.expire()),
        String.valueOf(soa.minimum()));
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
