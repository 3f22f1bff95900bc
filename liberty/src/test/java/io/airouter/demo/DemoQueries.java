package io.airouter.demo;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.random.RandomGenerator;

/** What the demo asks: queries of every type, from callers of every workload class. */
final class DemoQueries {
  private static final List<String> QUERIES =
      List.of(
          "What is the capital of Portugal?",
          "When was the first transatlantic cable laid?",
          "Write a Java method that merges two sorted lists, and its test.",
          "Debug this function: def mean(xs): return sum(xs) / len(x)",
          "Explain step by step why quicksort is quadratic in the worst case and how to avoid it.",
          "Compare three ways to shard a relational database and reason about their trade-offs.",
          "Write a short story about a lighthouse keeper who collects clocks.",
          "Summarize the following report in two sentences: sales rose in spring and fell in autumn.",
          "Translate to German: the train leaves at noon from platform four.",
          "Analyze this data and find the outlier: 12, 14, 13, 15, 97, 14.",
          "Compute the integral of x squared from 0 to 3.",
          "What is 17 * 23?",
          "Give me three names for a small bakery.");
  private static final List<String> SOURCES =
      List.of("10.1.0.7", "10.1.4.20", "10.2.0.9", "10.2.8.1", "10.3.0.5", "192.0.2.10");
  private static final List<String> PRIORITIES = List.of("low", "medium", "medium", "high");
  private static final List<String> MODELS =
      List.of("auto", "auto", "gpt-4", "claude-3", "llama3.2-local");

  private final RandomGenerator random;

  DemoQueries(RandomGenerator random) {
    this.random = random;
  }

  /** A body for {@code POST /route}; one in six is a dry run. */
  JsonObject route() {
    return Json.createObjectBuilder()
        .add("query", one(QUERIES))
        .add("source_eid", one(SOURCES))
        .add("priority", one(PRIORITIES))
        .add("dry_run", random.nextInt(6) == 0)
        .build();
  }

  /** A body for {@code POST /v1/chat/completions}; every other is streamed. */
  JsonObject chat() {
    return messages(one(MODELS)).add("stream", random.nextBoolean()).build();
  }

  String model() {
    return one(MODELS.subList(2, MODELS.size()));
  }

  private JsonObjectBuilder messages(String model) {
    return Json.createObjectBuilder()
        .add("model", model)
        .add(
            "messages",
            Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("role", "user").add("content", one(QUERIES))));
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
