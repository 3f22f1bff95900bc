package io.airouter.model;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One location of a model. Its addresses are its RLOCs in LISP and its A and AAAA records in DNS;
 * its base URL is what the gateway calls.
 *
 * @param addresses what the base URL's host resolved to; empty until it did
 * @param priority 0..255, lower first, 255 is never used (RFC 9301 §5.4)
 * @param weight 0..100, the share among endpoints of one priority; 0 gets nothing while another is
 *     up
 * @param credential the name of the stored secret to call it with
 */
public record Endpoint(
    EndpointId id,
    ModelId model,
    URI baseUrl,
    List<InetAddress> addresses,
    int priority,
    int weight,
    Optional<String> credential,
    Origin origin,
    AdminState adminState,
    Health health) {
  public static final int MAX_WEIGHT = 100;
  public static final int UNUSABLE_PRIORITY = 255;

  public Endpoint {
    Objects.requireNonNull(id);
    Objects.requireNonNull(model);
    Objects.requireNonNull(credential);
    Objects.requireNonNull(origin);
    Objects.requireNonNull(adminState);
    Objects.requireNonNull(health);
    addresses = List.copyOf(addresses);
    String scheme = String.valueOf(baseUrl.getScheme());
    if ((!scheme.equals("http") && !scheme.equals("https")) || baseUrl.getHost() == null) {
      throw new IllegalArgumentException(
          "endpoint " + id + ": base URL '" + baseUrl + "' is not http(s)://host[:port][/path]");
    }
    if (baseUrl.getRawUserInfo() != null) {
      throw new IllegalArgumentException("endpoint " + id + ": no credentials in a base URL");
    }
    if (priority < 0 || priority > UNUSABLE_PRIORITY) {
      throw new IllegalArgumentException("endpoint " + id + ": priority is 0..255");
    }
    if (weight < 0 || weight > MAX_WEIGHT) {
      throw new IllegalArgumentException("endpoint " + id + ": weight is 0..100");
    }
  }

  /** Whether all planes may hand it out: wanted by the operator, healthy and usable. */
  public boolean isServing() {
    return adminState == AdminState.ACTIVE
        && (health.state() == HealthState.PASSING || health.state() == HealthState.WARNING)
        && priority < UNUSABLE_PRIORITY;
  }

  /** The TCP port of the base URL, the scheme's own where none is written. */
  public int port() {
    if (baseUrl.getPort() > 0) {
      return baseUrl.getPort();
    }
    return isTls() ? 443 : 80;
  }

  public boolean isTls() {
    return baseUrl.getScheme().equals("https");
  }

  /** {@code host:port} as people read it. */
  public String authority() {
    return baseUrl.getHost() + ":" + port();
  }

  public Endpoint withWeight(int newWeight) {
    return new Endpoint(
        id, model, baseUrl, addresses, priority, newWeight, credential, origin, adminState, health);
  }

  public Endpoint withPriority(int newPriority) {
    return new Endpoint(
        id, model, baseUrl, addresses, newPriority, weight, credential, origin, adminState, health);
  }

  /** The same endpoint elsewhere, where nobody has checked it. */
  public Endpoint withBaseUrl(URI newUrl) {
    return new Endpoint(
            id, model, newUrl, addresses, priority, weight, credential, origin, adminState, health)
        .unchecked();
  }

  public Endpoint withCredential(Optional<String> newCredential) {
    return new Endpoint(
        id, model, baseUrl, addresses, priority, weight, newCredential, origin, adminState, health);
  }

  public Endpoint withHealth(Health newHealth) {
    return new Endpoint(
        id, model, baseUrl, addresses, priority, weight, credential, origin, adminState, newHealth);
  }

  public Endpoint withAdminState(AdminState newState) {
    return new Endpoint(
        id, model, baseUrl, addresses, priority, weight, credential, origin, newState, health);
  }

  public Endpoint withAddresses(List<InetAddress> newAddresses) {
    return new Endpoint(
        id, model, baseUrl, newAddresses, priority, weight, credential, origin, adminState, health);
  }

  /**
   * As nobody has checked it: unknown health, and no address but the one that its URL spells out.
   */
  public Endpoint unchecked() {
    return withHealth(Health.UNKNOWN).withAddresses(literal(baseUrl.getHost()));
  }

  private static List<InetAddress> literal(String host) {
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    try {
      return List.of(InetAddress.ofLiteral(bare));
    } catch (IllegalArgumentException e) {
      return List.of();
    }
  }
}
