/**
 * What was: one {@link io.airouter.history.HistoryEntry} a routed query, handed over without
 * waiting and written in batches by whoever implements the ports, and read back as entries and
 * figures; and beside it how the node itself fared ({@link io.airouter.history.SystemSample}). Uses
 * model only.
 */
package io.airouter.history;
