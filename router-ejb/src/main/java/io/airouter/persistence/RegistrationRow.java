package io.airouter.persistence;

import io.airouter.lisp.EidPrefix;
import io.airouter.mapserver.Registration;
import io.airouter.mapserver.RegistrationKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.ColumnTransformer;

/** A row of {@code registration}. */
@Entity
@IdClass(RegistrationRowKey.class)
@Table(name = "registration")
class RegistrationRow {
  @Id private String site;

  @Id
  @Column(name = "instance_id")
  private long instanceId;

  @Id private String address;

  @Id
  @Column(name = "mask_length")
  private int maskLength;

  @Id private String registrant;

  @Column(columnDefinition = "jsonb")
  @ColumnTransformer(read = "locators::text", write = "?::jsonb")
  private String locators;

  @Column(name = "ttl_minutes")
  private long ttlMinutes;

  @Column(name = "proxy_reply")
  private boolean proxyReply;

  private boolean merge;

  @Column(name = "registered_at")
  private Instant registeredAt;

  @Column(name = "last_seen")
  private Instant lastSeen;

  @Column(name = "expires_at")
  private Instant expiresAt;

  protected RegistrationRow() {}

  static RegistrationRow of(Registration registration) {
    RegistrationRowKey key = RegistrationRowKey.of(registration.key());
    RegistrationRow row = new RegistrationRow();
    row.site = key.site();
    row.instanceId = key.instanceId();
    row.address = key.address();
    row.maskLength = key.maskLength();
    row.registrant = key.registrant();
    row.locators = LocatorsJson.of(registration.locators());
    row.ttlMinutes = registration.ttlMinutes();
    row.proxyReply = registration.proxyReply();
    row.merge = registration.merge();
    row.registeredAt = registration.registeredAt();
    row.lastSeen = registration.lastSeen();
    row.expiresAt = registration.expiresAt();
    return row;
  }

  Instant expiresAt() {
    return expiresAt;
  }

  Registration toRegistration() {
    EidPrefix eid = new EidPrefix(instanceId, AddressText.parse(address), maskLength);
    return new Registration(
        new RegistrationKey(site, eid, registrant),
        LocatorsJson.parse(locators),
        ttlMinutes,
        proxyReply,
        merge,
        registeredAt,
        lastSeen,
        expiresAt);
  }
}
