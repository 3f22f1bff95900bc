package io.airouter.boundary;

import io.airouter.model.Endpoint;
import io.airouter.model.Model;
import java.time.Duration;
import java.util.List;

/**
 * A model as an operator sees it now.
 *
 * @param available whether any endpoint serves
 * @param currentLoad 0..1, of its requests-a-minute limit or, without one, of its endpoints
 * @param averageResponseTime over its endpoints that were called; zero where none was
 */
public record ModelView(
    Model model,
    List<EndpointView> endpoints,
    boolean available,
    double currentLoad,
    Duration averageResponseTime,
    long requestsThisMinute) {
  public ModelView {
    endpoints = List.copyOf(endpoints);
  }

  /** Calls in flight over all endpoints. */
  public int inFlight() {
    return endpoints.stream().mapToInt(EndpointView::inFlight).sum();
  }

  /** One endpoint and its counters. */
  public record EndpointView(
      Endpoint endpoint, int inFlight, Duration averageLatency, long calls, long failures) {}
}
