/**
 * The adapters that speak to SDN controllers, OpenDaylight's RESTCONF first: the room is kept free
 * for them. They will implement the ports of {@code sdn}.
 */
package io.airouter.southbound;
