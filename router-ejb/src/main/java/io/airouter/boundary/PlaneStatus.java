package io.airouter.boundary;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Whether one plane does its work now, with what an operator would ask next. */
public record PlaneStatus(String plane, boolean up, SortedMap<String, String> details) {
  public PlaneStatus {
    details = new TreeMap<>(details);
  }

  static PlaneStatus of(String plane, boolean up, Map<String, String> details) {
    return new PlaneStatus(plane, up, new TreeMap<>(details));
  }
}
