package io.airouter.persistence;

import io.airouter.access.ApiKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** A row of {@code api_key}. */
@Entity
@Table(name = "api_key")
class ApiKeyRow {
  @Id private String id;
  private String name;
  private String prefix;
  private String hash;

  @Column(name = "created_by")
  private String createdBy;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  private boolean enabled;

  @Column(name = "last_used_at")
  private Instant lastUsedAt;

  protected ApiKeyRow() {}

  static ApiKeyRow of(ApiKey key) {
    ApiKeyRow row = new ApiKeyRow();
    row.id = key.id();
    row.name = key.name();
    row.prefix = key.prefix();
    row.hash = key.hash();
    row.createdBy = key.createdBy();
    row.createdAt = key.createdAt();
    row.expiresAt = key.expiresAt().orElse(null);
    row.enabled = key.enabled();
    row.lastUsedAt = key.lastUsedAt().orElse(null);
    return row;
  }

  ApiKey toKey() {
    return new ApiKey(
        id,
        name,
        prefix,
        hash,
        createdBy,
        createdAt,
        Optional.ofNullable(expiresAt),
        enabled,
        Optional.ofNullable(lastUsedAt));
  }
}
