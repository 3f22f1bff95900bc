/**
 * LISP messages to and from the octets of RFC 9301 and RFC 8060, and the HMAC that signs some of
 * them. Uses {@link io.airouter.lisp}, {@link io.airouter.wire} and {@code java..} with {@code
 * javax.crypto}; knows no socket, clock or state. Start at {@link
 * io.airouter.lisp.codec.LispDecoder}.
 */
package io.airouter.lisp.codec;
