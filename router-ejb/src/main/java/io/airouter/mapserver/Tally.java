package io.airouter.mapserver;

import java.util.Locale;

/** What the map-server counts; the reasons of drops are those an operator looks for. */
public enum Tally {
  MAP_REQUESTS,
  /** Encapsulated control messages; what is inside counts too. */
  ECM,
  MAP_REPLIES,
  /** Records of Map-Replies without Locators. */
  NEGATIVE_REPLIES,
  MAP_REGISTERS,
  /** Map-Registers that said nothing new. */
  REFRESHES,
  MAP_NOTIFIES,
  /** Registrations that ran out. */
  EXPIRED,
  DROPPED_MALFORMED,
  DROPPED_PROBE,
  DROPPED_SMR,
  DROPPED_NO_RECORD,
  /** No ITR-RLOC that a reply could be sent to. */
  DROPPED_ITR_RLOC,
  /** A message that only xTRs take part in. */
  DROPPED_UNEXPECTED,
  DROPPED_FOREIGN_EID,
  DROPPED_UNKNOWN_KEY,
  DROPPED_AUTHENTICATION,
  DROPPED_REPLAY,
  /** An answer that no datagram can hold. */
  DROPPED_TOO_LARGE,
  /** Too much waits for the database already. */
  DROPPED_BUSY,
  /** The database failed, so nothing was registered. */
  DROPPED_STORE,
  /** A refresh could not be written; it is kept and tried again. */
  STORE_RETRIES,
  UNSUPPORTED_LISP_SEC,
  UNSUPPORTED_TYPE;

  /** The key of the counter. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
