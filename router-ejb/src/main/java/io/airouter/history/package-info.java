/**
 * What was routed: one {@link io.airouter.history.HistoryEntry} a query, handed over without
 * waiting and written in batches by whoever implements the ports, and read back as entries and
 * figures. Uses model only.
 */
package io.airouter.history;
