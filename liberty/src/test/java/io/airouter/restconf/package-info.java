/**
 * A double of an OpenDaylight controller's RESTCONF interface with every trap that a real one was
 * seen to have; for tests, and beside the server with {@code -Ddemo.sdn=true}. Uses the JDK's HTTP
 * server and JSON-P. Start at {@link io.airouter.restconf.ControllerDouble}.
 */
package io.airouter.restconf;
