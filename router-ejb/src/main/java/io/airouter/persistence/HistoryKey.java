package io.airouter.persistence;

import java.io.Serializable;
import java.time.Instant;

/** What tells one row of {@code routing_history} from another. */
record HistoryKey(String requestId, Instant at) implements Serializable {}
