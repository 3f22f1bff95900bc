package io.airouter.alert;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What was read at one moment: of each metric a figure a subject, such as a model's id; the node
 * itself is the empty subject. A metric that is not there could not be read, which says nothing. Of
 * one that is there, a subject that is missing is gone.
 */
public record Readings(Map<Metric, Map<String, Double>> figures) {
  /** The subject of what concerns the whole node. */
  public static final String NODE = "";

  public Readings {
    Map<Metric, Map<String, Double>> copy = new EnumMap<>(Metric.class);
    figures.forEach((metric, subjects) -> copy.put(metric, Map.copyOf(subjects)));
    figures = Collections.unmodifiableMap(copy);
  }

  boolean has(Metric metric) {
    return figures.containsKey(metric);
  }

  Map<String, Double> of(Metric metric) {
    return figures.getOrDefault(metric, Map.of());
  }
}
