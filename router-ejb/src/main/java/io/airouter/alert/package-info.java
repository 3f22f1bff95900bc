/**
 * Rules that watch the router's figures and say when a person should look: the room is kept free
 * for them. They will use table and history, and tell through a port.
 */
package io.airouter.alert;
