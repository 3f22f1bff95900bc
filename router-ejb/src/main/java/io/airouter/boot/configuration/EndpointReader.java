package io.airouter.boot.configuration;

import io.airouter.model.AdminState;
import io.airouter.model.Endpoint;
import io.airouter.model.EndpointId;
import io.airouter.model.Health;
import io.airouter.model.ModelId;
import io.airouter.model.Origin;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the endpoints of all models; ids are unique over all of them. */
final class EndpointReader {
  /** What an endpoint takes from its model where it says nothing itself. */
  private record Inherited(ModelId model, int priority, int weight, Optional<String> credential) {}

  private final Credentials credentials;
  private final Map<EndpointId, Entry> taken = new HashMap<>();

  EndpointReader(Credentials credentials) {
    this.credentials = credentials;
  }

  /** In the order of the file. */
  List<Endpoint> endpoints(ModelId model, Section section) {
    Optional<String> credential =
        section.find(CatalogueKeys.API_KEY).map(key -> credentials.add("model/" + model, key));
    Inherited inherited =
        new Inherited(
            model,
            section.get(CatalogueKeys.MODEL_PRIORITY),
            section.get(CatalogueKeys.MODEL_WEIGHT),
            credential);
    List<Endpoint> endpoints = new ArrayList<>();
    single(section, inherited).ifPresent(endpoints::add);
    List<Entry> entries = section.list("endpoints");
    for (int i = 0; i < entries.size(); i++) {
      listed(entries.get(i), inherited, i + 1).ifPresent(endpoints::add);
    }
    return endpoints;
  }

  private Optional<Endpoint> single(Section section, Inherited inherited) {
    if (section.has(CatalogueKeys.ENDPOINT) && section.has(CatalogueKeys.ENDPOINTS)) {
      section.entry("endpoint").ifPresent(e -> e.refuse("stands beside endpoints: give one"));
    }
    return section
        .find(CatalogueKeys.ENDPOINT)
        .flatMap(
            url ->
                endpoint(
                    EndpointId.of(inherited.model(), "primary"),
                    url,
                    inherited,
                    section.entry("endpoint").orElse(section.place())));
  }

  private Optional<Endpoint> listed(Entry entry, Inherited inherited, int number) {
    EndpointId numbered = EndpointId.of(inherited.model(), String.valueOf(number));
    if (!entry.isSection()) {
      return entry
          .value(CatalogueKeys.ENDPOINTS.type())
          .flatMap(url -> endpoint(numbered, url, inherited, entry));
    }
    Section section = entry.section();
    EndpointId id = section.find(CatalogueKeys.ENDPOINT_ID).orElse(numbered);
    Inherited own =
        new Inherited(
            inherited.model(),
            section.find(CatalogueKeys.ENDPOINT_PRIORITY).orElse(inherited.priority()),
            section.find(CatalogueKeys.ENDPOINT_WEIGHT).orElse(inherited.weight()),
            credential(section).or(inherited::credential));
    return section
        .require(CatalogueKeys.ENDPOINT_URL)
        .flatMap(url -> endpoint(id, url, own, section.entry("id").orElse(entry)));
  }

  private Optional<String> credential(Section section) {
    Optional<String> name = section.find(CatalogueKeys.ENDPOINT_CREDENTIAL);
    if (name.isPresent() && !credentials.has(name.get())) {
      section
          .entry("credential")
          .ifPresent(e -> e.refuse("'" + name.get() + "' is not allowed: a name of credentials"));
    }
    return name;
  }

  private Optional<Endpoint> endpoint(EndpointId id, URI url, Inherited of, Entry place) {
    Entry first = taken.putIfAbsent(id, place);
    if (first != null) {
      place.refuse(
          "the endpoint id '" + id + "' is not allowed: line " + first.line() + " has it already");
      return Optional.empty();
    }
    return Optional.of(
        new Endpoint(
            id,
            of.model(),
            url,
            Values.literal(url.getHost()).map(List::of).orElse(List.of()),
            of.priority(),
            of.weight(),
            of.credential(),
            Origin.CONFIGURED,
            AdminState.ACTIVE,
            Health.UNKNOWN));
  }
}
