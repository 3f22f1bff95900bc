package io.airouter.boundary;

import io.airouter.mapping.Mapping;
import io.airouter.mapserver.Registration;
import io.airouter.model.ModelId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An entry of the mapping database beside what it comes from.
 *
 * @param model whose EID it is, where it is a model's
 * @param registrants the xTRs that registered exactly this EID-Prefix
 */
public record MappingView(Mapping mapping, Optional<ModelId> model, List<Registrant> registrants) {
  public MappingView {
    registrants = List.copyOf(registrants);
  }

  /** What a search looks at. */
  public String text() {
    return Stream.of(
            Stream.of(mapping.eid().toString(), mapping.origin().word()),
            model.stream().map(ModelId::value),
            mapping.locators().stream().map(locator -> locator.rloc().toString()),
            registrants.stream().map(Registrant::site))
        .flatMap(words -> words)
        .collect(Collectors.joining(" "));
  }

  /** When the last registration runs out; empty where the entry stands without one. */
  public Optional<Instant> expiresAt() {
    return registrants.stream().map(Registrant::expiresAt).max(Instant::compareTo);
  }

  /**
   * One xTR's registration.
   *
   * @param site under whose authority
   * @param xtr its xTR-ID in hexadecimal, or its source address
   */
  public record Registrant(String site, String xtr, Instant lastSeen, Instant expiresAt) {
    static Registrant of(Registration registration) {
      return new Registrant(
          registration.key().site(),
          registration.key().registrant(),
          registration.lastSeen(),
          registration.expiresAt());
    }
  }
}
