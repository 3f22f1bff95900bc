/**
 * Tests that run inside the server, beside the router in its own archive, where the order of things
 * between boundary, database and live state can be seen. Arquillian puts them there; they may use
 * whatever the archive holds.
 */
package io.airouter.container;
