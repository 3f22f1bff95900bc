/**
 * The map-server and map-resolver (RFC 9301 §8): who may register which EID-Prefixes, what is
 * registered, and what a Map-Request is answered. No sockets: packets come decoded and leave as
 * messages with a destination. Uses lisp, mapping and table; start at {@code MapServer}.
 */
package io.airouter.mapserver;
