package io.airouter.simulator;

/**
 * What an endpoint has seen since it started.
 *
 * @param calls model calls (POST) received, whatever became of them
 * @param streams answers that began to stream
 * @param errors answers with a status of 400 or more, and streams cut on purpose
 * @param healthChecks requests for /health that were received
 * @param inFlight calls received and not yet ended
 * @param cancelledStreams streams whose client went away before the end
 */
public record CallCounts(
    long calls,
    long streams,
    long errors,
    long healthChecks,
    long inFlight,
    long cancelledStreams) {}
