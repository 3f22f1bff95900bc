package io.airouter.model;

/** How much a model may be asked: requests and tokens a minute; {@link #UNLIMITED} for no limit. */
public record ModelLimits(long requestsPerMinute, long tokensPerMinute) {
  public static final long UNLIMITED = Long.MAX_VALUE;
  public static final ModelLimits NONE = new ModelLimits(UNLIMITED, UNLIMITED);

  public ModelLimits {
    if (requestsPerMinute < 1 || tokensPerMinute < 1) {
      throw new IllegalArgumentException("a limit is at least 1 a minute");
    }
  }
}
