package io.airouter.history;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How this node fared lately, from memory; a restart begins anew. Safe for many threads. */
public interface SystemHistory {
  /** As far back as it reaches. */
  Duration LONGEST = Duration.ofHours(24);

  /** The newest sample; empty until a first one was taken. */
  Optional<SystemSample> latest();

  /**
   * The last {@code range} in at most that many samples, oldest first; each stands for an interval
   * and holds its means. Intervals without a sample are left out.
   */
  List<SystemSample> over(Duration range, int samples);
}
