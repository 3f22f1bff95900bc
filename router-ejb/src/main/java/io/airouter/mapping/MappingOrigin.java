package io.airouter.mapping;

import java.util.Locale;

/** Where a mapping comes from. */
public enum MappingOrigin {
  /** Derived from a model's endpoints: its service EID and its distinguished name. */
  MODEL,
  /** Registered by an ETR with a Map-Register. */
  REGISTERED,
  /** Written by the operator. */
  STATIC;

  /** The lower-case word used in the API. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
