package io.airouter.query;

import io.airouter.model.ScoringWeights;
import io.airouter.model.WorkloadClass;
import io.airouter.table.Snapshot;

/** What the model selection is about: one analysed query against one snapshot. */
record RoutingTask(
    RouteQuery query, QueryAnalysis analysis, WorkloadClass workloadClass, Snapshot snapshot) {

  /** The class's scoring weights, else the router's, tilted by the query's priority. */
  ScoringWeights weights() {
    ScoringWeights base = workloadClass.policy().weights().orElse(snapshot.catalogue().weights());
    return PriorityTilt.of(analysis.priority()).apply(base);
  }
}
