package io.airouter.mapserver;

import io.airouter.lisp.EidPrefix;
import java.util.Objects;

/**
 * Which registration: several xTRs of a site may register one EID-Prefix, each replaces and
 * withdraws its own only.
 *
 * @param site the site's name
 * @param registrant the xTR-ID in hexadecimal, or the source address of an xTR that sends none
 */
public record RegistrationKey(String site, EidPrefix eid, String registrant) {
  public RegistrationKey {
    Objects.requireNonNull(site);
    Objects.requireNonNull(eid);
    Objects.requireNonNull(registrant);
  }
}
