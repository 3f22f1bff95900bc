package io.airouter.access;

/** What became of the wish to change or remove a user. */
public enum UserChange {
  DONE,
  /** Somebody else changed the user in between. */
  CONFLICT,
  /** Nobody would be left to administrate the router. */
  LAST_ADMINISTRATOR
}
