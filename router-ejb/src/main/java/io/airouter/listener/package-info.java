/**
 * The sockets of the control planes: octets come in here and go to codec and engine. Uses Netty,
 * the codecs and the two engines it carries packets to. Start at the listener of a plane; {@link
 * io.airouter.listener.EventLoops} holds the threads they share.
 */
package io.airouter.listener;
