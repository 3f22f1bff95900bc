package io.airouter.access;

/** A new API key with its secret, which is shown this once and kept nowhere. */
public record CreatedKey(ApiKey key, String secret) {
  /** Leaves the secret out. */
  @Override
  public String toString() {
    return "CreatedKey[key=" + key + "]";
  }
}
