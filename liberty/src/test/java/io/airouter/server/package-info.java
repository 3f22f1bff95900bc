/**
 * The tests of the whole: the real server on free ports, on an embedded database of its own, with
 * the endpoint simulator beside it, asked over HTTP, UDP and TCP. Start at {@link
 * io.airouter.server.RunningServer}.
 */
package io.airouter.server;
