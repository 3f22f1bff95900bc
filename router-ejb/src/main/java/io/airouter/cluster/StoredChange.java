package io.airouter.cluster;

import io.airouter.lisp.EidPrefix;
import io.airouter.model.EndpointId;
import io.airouter.model.ModelId;

/**
 * What became different in the database, by name only: whoever hears of it reads what is there now,
 * which may be the work of a later change.
 */
public sealed interface StoredChange {
  /** A model was added, edited or removed. */
  record ModelStored(ModelId model) implements StoredChange {}

  /** An endpoint was added, edited or removed. */
  record EndpointStored(EndpointId endpoint) implements StoredChange {}

  /** Workload classes or scoring weights were edited. */
  record PolicyStored() implements StoredChange {}

  /** What is registered for an EID-Prefix is another than before. */
  record RegistrationStored(EidPrefix eid) implements StoredChange {}

  /** A site was added, edited or removed. */
  record SiteStored(String name) implements StoredChange {}

  /** An API key was made or revoked. */
  record KeyStored(String id) implements StoredChange {}

  /** A user was added or changed; no node keeps users in memory. */
  record UserStored(String name) implements StoredChange {}

  /** A secret for endpoints was set or removed. */
  record CredentialStored(String name) implements StoredChange {}
}
