package io.airouter.simulator;

import java.util.concurrent.atomic.LongAdder;

/** Counts what an endpoint sees; any thread may count, a reading is not a single instant. */
final class CallCounters {

  final LongAdder calls = new LongAdder();
  final LongAdder ended = new LongAdder();
  final LongAdder streams = new LongAdder();
  final LongAdder errors = new LongAdder();
  final LongAdder healthChecks = new LongAdder();
  final LongAdder cancelledStreams = new LongAdder();

  CallCounts read() {
    long over = ended.sum();
    long begun = calls.sum();
    return new CallCounts(
        begun,
        streams.sum(),
        errors.sum(),
        healthChecks.sum(),
        Math.max(0, begun - over),
        cancelledStreams.sum());
  }
}
