package io.airouter.mapserver;

/** Where a Map-Notify goes; RFC 9301 says the one in §5.7 and §8.2, the other in §5. */
public enum NotifyPort {
  /** Port 4342 of the registering address. */
  LISP_CONTROL,
  /** The Map-Register's source port, for peers behind NAT or on a shared address. */
  SOURCE
}
