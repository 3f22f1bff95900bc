package io.airouter.model;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A model's name within the router, such as {@code gpt-4}: the identity that EID, DNS name and
 * gateway share. Lower case, and each dot-separated part is a DNS label, so that {@code
 * gpt-3.5-fast} can stand below the zone.
 */
public record ModelId(String value) implements Comparable<ModelId> {
  private static final Pattern SHAPE =
      Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
  private static final int MAX_LENGTH = 100;
  private static final Set<String> RESERVED = Set.of("auto", "ep", "class", "ns", "ns1");

  public ModelId {
    if (value.length() > MAX_LENGTH || !SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "model id '" + value + "': letters a-z, digits, '-' and '.', at most " + MAX_LENGTH);
    }
    // By the last label, since "x.ep" would be the host name of the endpoint "x".
    if (RESERVED.contains(value.substring(value.lastIndexOf('.') + 1))) {
      throw new IllegalArgumentException("model id '" + value + "' is reserved");
    }
  }

  /** The id a caller wrote, in any case. */
  public static ModelId parse(String text) {
    return new ModelId(text.strip().toLowerCase(Locale.ROOT));
  }

  @Override
  public int compareTo(ModelId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
