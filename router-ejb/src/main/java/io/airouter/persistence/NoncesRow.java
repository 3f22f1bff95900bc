package io.airouter.persistence;

import io.airouter.mapserver.AcceptedNonces;
import io.airouter.mapserver.NonceKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import org.hibernate.annotations.Immutable;

/** A row of {@code accepted_nonces}, read only; {@link RegistrationBatch} writes them. */
@Entity
@Immutable
@IdClass(NoncesRowKey.class)
@Table(name = "accepted_nonces")
class NoncesRow {
  @Id private String site;

  @Id
  @Column(name = "key_id")
  private int keyId;

  @Id private String xtr;

  private long[] nonces;

  @Column(name = "updated_at")
  private Instant updatedAt;

  protected NoncesRow() {}

  AcceptedNonces toNonces() {
    return new AcceptedNonces(
        new NonceKey(site, keyId, xtr), Arrays.stream(nonces).boxed().toList());
  }
}
