/**
 * The bytes of a packet: a bounded cursor to read them, a bounded buffer to write them, and the one
 * exception that a malformed packet raises. Uses {@code java..} only and knows no protocol; LISP
 * and DNS codecs stand on it. Start at {@link io.airouter.wire.PacketReader}.
 */
package io.airouter.wire;
