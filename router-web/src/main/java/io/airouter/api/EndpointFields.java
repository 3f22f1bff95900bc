package io.airouter.api;

import io.airouter.access.EndpointSecret;
import io.airouter.model.AdminState;
import io.airouter.model.BaseUrl;
import io.airouter.model.Endpoint;
import io.airouter.model.EndpointId;
import io.airouter.model.Health;
import io.airouter.model.ModelId;
import io.airouter.model.Origin;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads an endpoint, and perhaps the secret to call it with, from the fields of a request. */
final class EndpointFields {
  private static final int DEFAULT_PRIORITY = 1;
  private static final int DEFAULT_WEIGHT = 100;

  /** What {@code GET} shows beside the configuration. */
  private static final Set<String> SHOWN =
      Set.of(
          "id",
          "model",
          "endpoint",
          "addresses",
          "origin",
          "serving",
          "health",
          "health_reason",
          "health_since",
          "in_flight",
          "avg_response_time",
          "calls",
          "failures");

  private static final URI NOWHERE = URI.create("http://unsaid.invalid");

  private final EditFields fields;
  private final Optional<Endpoint> base;

  /**
   * @param base whose values count where the request says nothing; empty for the defaults
   */
  EndpointFields(EditFields fields, Optional<Endpoint> base) {
    this.fields = fields;
    this.base = base;
  }

  /** What a request says of an endpoint. */
  record Read(Endpoint endpoint, List<EndpointSecret> secrets) {}

  /**
   * The endpoint of that id and model.
   *
   * @param origin of the endpoint that is edited, else configured
   * @throws ProblemException that tells all wrong fields
   */
  Read read(EndpointId id, ModelId model, Origin origin) {
    fields.ignoring(SHOWN);
    URI url =
        fields
            .parsed("base_url", BaseUrl::parse, "host:port or http(s)://host[:port][/path]")
            .or(() -> base.map(Endpoint::baseUrl))
            .orElse(NOWHERE);
    if (url.equals(NOWHERE)) {
      fields.wrong("base_url", "must be given");
    }
    Optional<String> credential = credential();
    List<EndpointSecret> secrets = secrets(credential.orElse("endpoint/" + id));
    Endpoint endpoint =
        new Endpoint(
            id,
            model,
            url,
            List.of(),
            number("priority", Endpoint.UNUSABLE_PRIORITY)
                .orElse(base.map(Endpoint::priority).orElse(DEFAULT_PRIORITY)),
            number("weight", Endpoint.MAX_WEIGHT)
                .orElse(base.map(Endpoint::weight).orElse(DEFAULT_WEIGHT)),
            secrets.stream().map(EndpointSecret::name).findFirst().or(() -> credential),
            origin,
            adminState(),
            Health.UNKNOWN);
    fields.close();
    return new Read(endpoint, secrets);
  }

  private Optional<Integer> number(String name, int most) {
    return fields.whole(name, 0, most).map(Long::intValue);
  }

  private AdminState adminState() {
    return fields
        .word(
            "admin_state",
            AdminState::ofWord,
            Arrays.stream(AdminState.values()).map(AdminState::word))
        .orElse(base.map(Endpoint::adminState).orElse(AdminState.ACTIVE));
  }

  /** A null takes the credential away. */
  private Optional<String> credential() {
    return fields.has("credential")
        ? fields.text("credential")
        : base.flatMap(Endpoint::credential);
  }

  private List<EndpointSecret> secrets(String name) {
    return fields
        .parsed(
            "credential_secret",
            value -> new EndpointSecret(name, value),
            "text without control characters, its credential a name of at most 100")
        .stream()
        .toList();
  }
}
