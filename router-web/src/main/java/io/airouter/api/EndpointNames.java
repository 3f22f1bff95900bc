package io.airouter.api;

import io.airouter.model.EndpointId;

/** Ids of endpoints as requests write them. */
final class EndpointNames {
  private EndpointNames() {}

  /**
   * The id of that text.
   *
   * @throws ProblemException 404 where it can be no endpoint's
   */
  static EndpointId of(String text) {
    try {
      return new EndpointId(text.strip());
    } catch (IllegalArgumentException e) {
      throw unknown();
    }
  }

  static ProblemException unknown() {
    return Problem.of(Problem.NOT_FOUND, "endpoint_not_found", "There is no endpoint of that id.")
        .inField("id")
        .asException();
  }
}
