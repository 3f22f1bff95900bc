package io.airouter.persistence;

import io.airouter.access.SecretBox;
import io.airouter.lisp.AuthenticationAlgorithm;
import io.airouter.lisp.Octets;
import io.airouter.mapserver.SiteKey;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** The columns of {@code site_key}. */
@Embeddable
class SiteKeyColumns {
  @Column(name = "key_id")
  private int keyId;

  private String algorithm;
  private byte[] sealed;

  @Column(name = "sealed_by")
  private String sealedBy;

  protected SiteKeyColumns() {}

  static SiteKeyColumns of(String site, SiteKey key, SecretBox box) {
    SecretBox.Sealed secret = box.seal(key.secret().toByteArray(), purpose(site, key.id()));
    SiteKeyColumns columns = new SiteKeyColumns();
    columns.keyId = key.id();
    columns.algorithm = Words.word(key.algorithm());
    columns.sealed = secret.octets();
    columns.sealedBy = secret.keyId();
    return columns;
  }

  SiteKey toKey(String site, SecretBox box) {
    byte[] secret = box.open(new SecretBox.Sealed(sealedBy, sealed), purpose(site, keyId));
    return new SiteKey(
        keyId, Words.value(AuthenticationAlgorithm.class, algorithm), Octets.of(secret));
  }

  private static String purpose(String site, int keyId) {
    return "site/" + site + "/key/" + keyId;
  }
}
