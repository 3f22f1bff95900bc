package io.airouter.boot;

import io.airouter.boot.configuration.RouterConfiguration;
import io.airouter.boot.configuration.Secret;
import io.airouter.limits.SharedAdmission;
import io.airouter.query.Admission;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;

/** Makes what keeps models' limits: shared where REDIS_URL is set, each node's own else. */
@Dependent
public class LimitComponents {
  private static final Metadata FALLBACKS =
      Metadata.builder()
          .withName("router_limit_fallbacks")
          .withDescription("Requests admitted by this node's own count, as Redis did not answer")
          .build();

  @Produces
  @Singleton
  Admission admission(
      RouterConfiguration configuration, InstantSource clock, MetricRegistry metrics) {
    return configuration
        .deployment()
        .redis()
        .map(Secret::reveal)
        .<Admission>map(url -> shared(url, clock, metrics))
        .orElse(Admission.LOCAL);
  }

  private static SharedAdmission shared(String url, InstantSource clock, MetricRegistry metrics) {
    SharedAdmission admission = new SharedAdmission(url, clock);
    metrics.gauge(FALLBACKS, admission::fallbacks);
    return admission;
  }

  void close(@Disposes Admission admission) {
    if (admission instanceof SharedAdmission shared) {
      shared.close();
    }
  }
}
