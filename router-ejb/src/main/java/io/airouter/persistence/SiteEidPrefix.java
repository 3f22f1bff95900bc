package io.airouter.persistence;

import io.airouter.lisp.EidPrefix;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** The columns of {@code site_eid_prefix}. */
@Embeddable
record SiteEidPrefix(
    @Column(name = "instance_id") long instanceId,
    @Column(name = "address") String address,
    @Column(name = "mask_length") int maskLength) {

  static SiteEidPrefix of(EidPrefix eid) {
    return new SiteEidPrefix(eid.instanceId(), AddressText.of(eid.address()), eid.maskLength());
  }

  EidPrefix toEidPrefix() {
    return new EidPrefix(instanceId, AddressText.parse(address), maskLength);
  }
}
