package io.airouter.simulator;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A deterministic embedding of a text: the normalised sum of one pseudo-random vector per word, so
 * that texts with words in common are near each other.
 */
final class Embedding {

  static final int DEFAULT_DIMENSIONS = 256;
  static final int MAX_DIMENSIONS = 4096;

  private static final int MAX_WORDS = 2000;

  private final float[] vector;

  private Embedding(float[] vector) {
    this.vector = vector;
  }

  static Embedding of(String text, int dimensions) {
    double[] sum = new double[dimensions];
    String[] words = text.toLowerCase(Locale.ROOT).split("\\P{L}+", MAX_WORDS);
    for (String word : words) {
      SplittableRandom random = new SplittableRandom(word.hashCode());
      for (int i = 0; i < dimensions; i++) {
        sum[i] += random.nextDouble() - 0.5;
      }
    }
    double square = 0;
    for (double part : sum) {
      square += part * part;
    }
    float[] vector = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      vector[i] = (float) (sum[i] / Math.sqrt(square));
    }
    return new Embedding(vector);
  }

  JsonValue floats() {
    JsonArrayBuilder array = JsonText.array();
    for (float part : vector) {
      array.add(part);
    }
    return array.build();
  }

  /** Little-endian float32, as the SDKs ask for by default. */
  JsonValue base64() {
    ByteBuffer bytes =
        ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (float part : vector) {
      bytes.putFloat(part);
    }
    return Json.createValue(Base64.getEncoder().encodeToString(bytes.array()));
  }
}
