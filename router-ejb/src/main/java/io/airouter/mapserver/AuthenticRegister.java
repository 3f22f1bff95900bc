package io.airouter.mapserver;

import io.airouter.lisp.EidPrefix;
import io.airouter.lisp.MapRegister;
import io.airouter.lisp.MappingRecord;
import io.airouter.lisp.XtrIdentity;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;

/**
 * A Map-Register whose signature holds and whose records are all of one site.
 *
 * @param source where it came from; not covered by the signature
 */
record AuthenticRegister(Site site, SiteKey key, MapRegister message, InetSocketAddress source) {
  /** Without a valid Map-Register for so long, a registration ends (RFC 9301 §8.2). */
  private static final Duration LIFETIME = Duration.ofMinutes(3);

  String registrant() {
    return message
        .xtrIdentity()
        .map(identity -> identity.xtrId().toString())
        .orElseGet(() -> source.getAddress().getHostAddress());
  }

  NonceKey nonceKey() {
    String xtr = message.xtrIdentity().map(XtrIdentity::xtrId).map(Object::toString).orElse("");
    return new NonceKey(site.name(), key.id(), xtr);
  }

  RegistrationKey key(EidPrefix eid) {
    return new RegistrationKey(site.name(), eid, registrant());
  }

  /** What a record with a TTL above zero says. */
  Registration registration(MappingRecord record, Instant now) {
    return new Registration(
        key(record.eid()),
        record.locators(),
        record.ttlMinutes(),
        message.flags().proxyMapReply(),
        message.flags().merge(),
        now,
        now,
        now.plus(lifetime(record)));
  }

  private Duration lifetime(MappingRecord record) {
    boolean isTtlOfRecord =
        message.flags().useTtl() && record.ttlMinutes() != MappingRecord.TTL_OF_RECEIVERS_CHOICE;
    return isTtlOfRecord ? Duration.ofMinutes(record.ttlMinutes()) : LIFETIME;
  }
}
