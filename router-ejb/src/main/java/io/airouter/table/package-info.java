/**
 * The one live state: model catalogue, mapping database and service registry in one immutable
 * {@link io.airouter.table.Snapshot}, which {@link io.airouter.table.RoutingTable} swaps whole when
 * a {@link io.airouter.table.RouteChange} is applied. All planes read it, nobody keeps another.
 * Uses mapping, naming and model; start at {@code RoutingTable}.
 */
package io.airouter.table;
