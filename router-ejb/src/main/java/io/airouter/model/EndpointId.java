package io.airouter.model;

import java.net.InetAddress;
import java.util.regex.Pattern;

/**
 * An endpoint's name, unique over all models, such as {@code gpt-4-primary}; it is also the host
 * name {@code <id>.ep.<zone>}.
 */
public record EndpointId(String value) implements Comparable<EndpointId> {
  private static final Pattern SHAPE =
      Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
  private static final int MAX_LENGTH = 150;
  private static final int MAX_LABEL = 63;

  public EndpointId {
    if (value.length() > MAX_LENGTH || !SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "endpoint id '" + value + "': letters a-z, digits, '-' and '.', at most " + MAX_LENGTH);
    }
  }

  /** The id of the endpoint of {@code model} that registered itself by LISP at {@code rloc}. */
  public static EndpointId registered(ModelId model, InetAddress rloc) {
    String address = rloc.getHostAddress();
    int scope = address.indexOf('%');
    String literal = scope < 0 ? address : address.substring(0, scope);
    return of(model, "at-" + literal.replace('.', '-').replace(':', '-'));
  }

  /** The id of the model's endpoint of that word: one label where both fit into one. */
  public static EndpointId of(ModelId model, String word) {
    int label = model.value().length() - (model.value().lastIndexOf('.') + 1);
    String joint = label + 1 + word.length() <= MAX_LABEL ? "-" : ".";
    return new EndpointId(model + joint + word);
  }

  @Override
  public int compareTo(EndpointId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
