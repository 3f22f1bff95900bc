/**
 * The facades that the web sees: EJBs that give each call its transaction, its role and its audit
 * row, and hold no rules of their own. They use the domain rooms and the ports; start at {@link
 * io.airouter.boundary.Queries} or {@link io.airouter.boundary.Catalogue}.
 */
package io.airouter.boundary;
