package io.airouter.query;

import io.airouter.model.Endpoint;
import io.airouter.model.Model;
import jakarta.json.JsonObject;
import java.time.Duration;

/**
 * One call to make: whom, and the request in the OpenAI chat-completions shape. {@code timeout} is
 * for the first octet of the answer and between two octets.
 */
public record UpstreamCall(
    String requestId, Model model, Endpoint endpoint, JsonObject chat, Duration timeout) {}
