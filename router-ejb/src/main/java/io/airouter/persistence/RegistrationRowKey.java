package io.airouter.persistence;

import io.airouter.lisp.EidPrefix;
import io.airouter.mapserver.RegistrationKey;
import java.io.Serializable;

/** A {@link RegistrationKey} as the columns of {@code registration} hold it. */
record RegistrationRowKey(
    String site, long instanceId, String address, int maskLength, String registrant)
    implements Serializable {

  static RegistrationRowKey of(RegistrationKey key) {
    EidPrefix eid = key.eid();
    return new RegistrationRowKey(
        key.site(),
        eid.instanceId(),
        AddressText.of(eid.address()),
        eid.maskLength(),
        key.registrant());
  }
}
