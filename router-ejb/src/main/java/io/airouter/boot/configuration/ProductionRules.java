package io.airouter.boot.configuration;

import io.airouter.model.Endpoint;
import java.util.List;

/**
 * What is well-formed and yet refused in production, or only warned of: example secrets, an open
 * data path, endpoints that can only be the simulator's.
 */
final class ProductionRules {
  private static final int LEAST_KEY_OCTETS = 32;

  private final Section root;
  private final Reading reading;

  ProductionRules(Section root, Reading reading) {
    this.root = root;
    this.reading = reading;
  }

  void check(ServerSettings server, SecuritySettings security, List<Endpoint> endpoints) {
    security.jwtSecret().ifPresent(this::checkTokenKey);
    if (!reading.isProduction()) {
      return;
    }
    if (!security.requireApiKey()) {
      at("security", "require_api_key").refuse("false is not allowed in production: true");
    }
    if (server.debug()) {
      at("server", "debug").warn("true in production shows more than it should");
    }
    if (security.corsOrigins().contains("*")) {
      at("security", "cors_origins").warn("* in production lets any page call the API");
    }
    endpoints.stream().filter(ProductionRules::isLoopback).forEach(this::warnOfSimulator);
  }

  private void checkTokenKey(Secret secret) {
    boolean isShort = secret.length() < LEAST_KEY_OCTETS;
    if (!isShort && !secret.isExample()) {
      return;
    }
    String message =
        (isShort ? "has " + secret.length() + " octets" : "is an example's")
            + ", which is not allowed in production: a secret of your own of at least "
            + LEAST_KEY_OCTETS
            + " octets";
    if (!reading.isProduction()) {
      reading.findings().warn(0, "JWT_SECRET or security.jwt_secret", message);
    } else if (reading.environment().find(SettingKeys.JWT_SECRET).isPresent()) {
      reading.findings().refuseVariable("JWT_SECRET", message);
    } else {
      at("security", "jwt_secret").refuse(message);
    }
  }

  private Entry at(String section, String key) {
    Section opened = root.section(section);
    return opened.entry(key).orElse(opened.place());
  }

  private static boolean isLoopback(Endpoint endpoint) {
    return endpoint.addresses().stream().anyMatch(address -> address.isLoopbackAddress());
  }

  private void warnOfSimulator(Endpoint endpoint) {
    String message = "is on loopback: the simulator does not run in production";
    reading.findings().warn(0, "endpoint " + endpoint.id(), message);
  }
}
