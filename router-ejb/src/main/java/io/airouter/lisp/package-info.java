/**
 * The values and messages of the LISP control plane (RFC 9301), independent of how they are
 * written: addresses, EID-Prefixes, Locators, mapping records and the sealed {@link
 * io.airouter.lisp.LispMessage}. Uses {@code java..} only, and neither sockets nor a clock. Start
 * at {@link io.airouter.lisp.MappingRecord}, then {@link io.airouter.lisp.LispMessage}.
 */
package io.airouter.lisp;
