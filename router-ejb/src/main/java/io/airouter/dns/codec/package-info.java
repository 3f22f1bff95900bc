/**
 * The octets of DNS messages: requests in, replies out, whatever the network sends. Uses {@code
 * java..}, {@link io.airouter.dns} and {@link io.airouter.wire} only, and decides nothing about
 * zones. Start at {@link io.airouter.dns.codec.DnsDecoder} and {@link
 * io.airouter.dns.codec.DnsEncoder}.
 */
package io.airouter.dns.codec;
