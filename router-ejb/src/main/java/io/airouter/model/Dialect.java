package io.airouter.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The HTTP API an endpoint speaks. */
public enum Dialect {
  /** {@code POST /v1/chat/completions}; also vLLM, llama.cpp and most others. */
  OPENAI,
  /** {@code POST /v1/messages}. */
  ANTHROPIC,
  /** {@code POST /api/chat}. */
  OLLAMA;

  /** The lower-case word used in configuration, TXT records and the API. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The dialect of that word, in any case; empty for an unknown word. */
  public static Optional<Dialect> ofWord(String word) {
    return Arrays.stream(values()).filter(d -> d.word().equalsIgnoreCase(word)).findFirst();
  }
}
