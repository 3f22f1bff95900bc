/**
 * The authoritative name server: answers a decoded question from the live service registry. No
 * sockets. Uses dns, naming and table; start at {@code NameServer}.
 */
package io.airouter.nameserver;
