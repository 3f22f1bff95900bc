package io.airouter.model;

import java.net.InetAddress;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * An AI model, the thing with an identity: callers name it, its service EID and the distinguished
 * name {@code model/<id>} (RFC 9735) stand for it in LISP, {@code <id>.<zone>} in DNS. Where it can
 * be reached is told by its {@link Endpoint}s.
 *
 * @param name what people call it
 * @param upstreamName the model's name in the upstream's API
 * @param contextWindow tokens of prompt and answer together
 * @param maxTokens tokens of one answer at most
 * @param capabilities how well it does each query type; a missing one counts as fair
 * @param serviceEid the address that stands for the model in LISP
 */
public record Model(
    ModelId id,
    String name,
    Dialect dialect,
    String upstreamName,
    int contextWindow,
    int maxTokens,
    Price price,
    Map<QueryType, Capability> capabilities,
    ModelLimits limits,
    InetAddress serviceEid,
    RegistrationDefaults registration,
    boolean enabled) {

  public Model {
    Objects.requireNonNull(id);
    Objects.requireNonNull(price);
    Objects.requireNonNull(limits);
    Objects.requireNonNull(serviceEid);
    Objects.requireNonNull(registration);
    if (name.isBlank() || upstreamName.isBlank()) {
      throw new IllegalArgumentException("model " + id + ": a name is not blank");
    }
    if (maxTokens < 1 || contextWindow < maxTokens) {
      throw new IllegalArgumentException(
          "model " + id + ": max_tokens is 1..context_window (" + contextWindow + ")");
    }
    Map<QueryType, Capability> copy = new EnumMap<>(QueryType.class);
    copy.putAll(capabilities);
    capabilities = Map.copyOf(copy);
  }

  public Capability capability(QueryType type) {
    return capabilities.getOrDefault(type, Capability.FAIR);
  }

  /** The model's distinguished name as an EID (RFC 9735). */
  public String distinguishedName() {
    return "model/" + id;
  }

  public Model withServiceEid(InetAddress newEid) {
    return new Model(
        id,
        name,
        dialect,
        upstreamName,
        contextWindow,
        maxTokens,
        price,
        capabilities,
        limits,
        newEid,
        registration,
        enabled);
  }
}
