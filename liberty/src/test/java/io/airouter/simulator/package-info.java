/**
 * The endpoint simulator: a fleet of model endpoints on loopback addresses that speak the OpenAI,
 * Anthropic and Ollama dialects and misbehave on request. It uses the JDK's HTTP server and JSON-P,
 * knows nothing of the router, and is never part of the production EAR. Start reading at {@link
 * io.airouter.simulator.EndpointSimulator}, then {@link io.airouter.simulator.SimulatedEndpoint}.
 */
package io.airouter.simulator;
