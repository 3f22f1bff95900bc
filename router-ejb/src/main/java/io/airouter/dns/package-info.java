/**
 * The words of DNS as values: domain names, record types, record data, RRsets, queries and
 * responses. Uses {@code java..} only, without sockets or a clock, and knows neither the wire
 * format nor what is served. Start at {@link io.airouter.dns.DnsQuery} and {@link
 * io.airouter.dns.DnsResponse}.
 */
package io.airouter.dns;
