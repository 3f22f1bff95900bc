package io.airouter.persistence;

import io.airouter.access.SecretBox.Sealed;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of {@code credential}. */
@Entity
@Table(name = "credential")
class CredentialRow {
  @Id private String name;
  private byte[] sealed;

  @Column(name = "key_id")
  private String keyId;

  protected CredentialRow() {}

  static CredentialRow of(String name, Sealed sealed) {
    CredentialRow row = new CredentialRow();
    row.name = name;
    row.sealed = sealed.octets();
    row.keyId = sealed.keyId();
    return row;
  }

  Sealed toSealed() {
    return new Sealed(keyId, sealed);
  }
}
