/**
 * The facades that the web module and other outsiders call: transaction, role and audit, and no
 * rule of their own. Uses the domain rooms and their ports. Start at {@link
 * io.airouter.boundary.Accounts}.
 */
package io.airouter.boundary;
