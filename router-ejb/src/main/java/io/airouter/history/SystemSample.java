package io.airouter.history;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/** A node's figures at one moment; those that its platform does not tell are not there. */
public record SystemSample(Instant at, Map<SystemFigure, Double> figures) {
  public SystemSample {
    Objects.requireNonNull(at);
    Map<SystemFigure, Double> sorted = new EnumMap<>(SystemFigure.class);
    figures.forEach(
        (figure, value) -> {
          if (!Double.isFinite(value) || value < 0) {
            throw new IllegalArgumentException(figure.word() + " cannot be " + value);
          }
          sorted.put(figure, value);
        });
    figures = Collections.unmodifiableMap(sorted);
  }

  public OptionalDouble figure(SystemFigure figure) {
    Double value = figures.get(figure);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** The mean of each figure over the samples that have it. */
  public static SystemSample mean(Instant at, Collection<SystemSample> samples) {
    Map<SystemFigure, Double> means = new EnumMap<>(SystemFigure.class);
    for (SystemFigure figure : SystemFigure.values()) {
      samples.stream()
          .map(sample -> sample.figure(figure))
          .flatMapToDouble(OptionalDouble::stream)
          .average()
          .ifPresent(mean -> means.put(figure, mean));
    }
    return new SystemSample(at, means);
  }
}
