package io.airouter.telemetry;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Named values beside a log line's words; pass it as the record's only parameter. Numbers and
 * booleans stay such in the JSON format.
 */
public record LogFields(Map<String, Object> values) {
  public LogFields {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
