package io.airouter.upstream;

import io.airouter.model.Endpoint;

/** Looks whether an endpoint answers. Blocks until it knows; safe for many threads. */
@FunctionalInterface
public interface EndpointCheck {
  CheckResult check(Endpoint endpoint);
}
