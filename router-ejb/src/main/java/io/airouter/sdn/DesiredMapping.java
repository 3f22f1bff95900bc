package io.airouter.sdn;

import java.util.Objects;

/**
 * A row that a controller should hold.
 *
 * @param model the id of the model whose EID it is
 */
public record DesiredMapping(String model, MappingRow row) {
  public DesiredMapping {
    Objects.requireNonNull(model);
    Objects.requireNonNull(row);
  }
}
