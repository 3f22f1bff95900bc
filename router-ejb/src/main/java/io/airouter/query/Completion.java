package io.airouter.query;

import io.airouter.model.TokenUsage;
import jakarta.json.JsonObject;

/**
 * An upstream's answer in the OpenAI {@code chat.completion} shape, and what the router needs of
 * it. For a stream, {@code body} is the message that the chunks add up to.
 */
public record Completion(JsonObject body, String text, String finishReason, TokenUsage usage) {}
