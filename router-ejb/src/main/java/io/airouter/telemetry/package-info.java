/**
 * What the router tells of itself: counters and histograms as MicroProfile Metrics, and log lines
 * that a machine can read. Reads the table, the engines' counters and the history entries passing
 * by; changes nothing. Start at {@link io.airouter.telemetry.QueryMeter}.
 */
package io.airouter.telemetry;
