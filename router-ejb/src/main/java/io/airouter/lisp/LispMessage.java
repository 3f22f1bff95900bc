package io.airouter.lisp;

/** A message of the LISP control plane (RFC 9301 §5.1). */
public sealed interface LispMessage
    permits MapRequest,
        MapReply,
        MapRegister,
        MapNotify,
        MapNotifyAck,
        EncapsulatedControlMessage,
        UnsupportedMessage {

  /** The message type, 0..15. */
  int type();
}
