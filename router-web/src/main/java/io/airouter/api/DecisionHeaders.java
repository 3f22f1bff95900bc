package io.airouter.api;

import io.airouter.query.RoutingDecision;
import io.airouter.query.RoutingDecision.Choice;
import jakarta.servlet.http.HttpServletResponse;

/** What the gateway's answers say of the decision, where the dialect has no field for it. */
final class DecisionHeaders {
  static final String DECISION = "x-router-decision-id";
  static final String MODEL = "x-router-model";
  static final String ENDPOINT = "x-router-endpoint";
  static final String ATTEMPTS = "x-router-attempts";

  private DecisionHeaders() {}

  static void decision(HttpServletResponse response, RoutingDecision decision) {
    decision
        .chosen()
        .ifPresent(choice -> choice(response, choice, Math.max(1, decision.attempts().size())));
    response.setHeader(ATTEMPTS, Integer.toString(decision.attempts().size()));
  }

  /** Before a call, for a stream's headers. */
  static void choice(HttpServletResponse response, Choice choice, int attempt) {
    response.setHeader(MODEL, choice.model().id().value());
    response.setHeader(ENDPOINT, choice.endpoint().id().value());
    response.setHeader(ATTEMPTS, Integer.toString(attempt));
  }
}
