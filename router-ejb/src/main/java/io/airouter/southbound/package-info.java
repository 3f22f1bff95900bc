/**
 * The adapters that speak to SDN controllers: RESTCONF (RFC 8040) as OpenDaylight's lispflowmapping
 * understands it, and the threads that keep each controller up to date. Implements the ports of
 * {@code sdn} on the JDK's HTTP client and JSON-P. Start at {@link
 * io.airouter.southbound.OpenDaylight}, then {@link io.airouter.southbound.ControllerWorker}.
 */
package io.airouter.southbound;
