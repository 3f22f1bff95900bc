package io.airouter.sdn;

import io.airouter.model.Endpoint;
import io.airouter.model.EndpointId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Makes endpoints of what xTRs registered at one controller, once. One thread. */
public final class RegistrationImport {
  private final ControllerName controller;
  private final Controllers store;
  private final PublishJournal journal;
  private final ImportedEndpoints endpoints;
  private final InstantSource clock;

  public RegistrationImport(
      ControllerName controller,
      Keeping keeping,
      ImportedEndpoints endpoints,
      InstantSource clock) {
    this.controller = controller;
    this.store = keeping.controllers();
    this.journal = keeping.journal();
    this.endpoints = endpoints;
    this.clock = clock;
  }

  /**
   * Compares and changes the catalogue. What was learnt is kept before the endpoint is, so that a
   * crash in between leaves none that nobody knows to remove.
   *
   * @param registrations what was read; a read that failed must not come here as an empty list
   */
  public ImportPlan run(List<MappingRow> registrations, PublishRequest request) {
    ImportPlan plan =
        ImportRules.plan(
            endpoints.catalogue(),
            registrations,
            store.imported(controller),
            new ImportRules.Moment(clock.instant(), request.isPush()));
    store.saveImported(controller, plan.known());
    for (Endpoint endpoint : plan.put()) {
      endpoints.put(endpoint);
      note(request, "import", endpoint.id(), text(endpoint));
    }
    for (EndpointId endpoint : plan.remove()) {
      endpoints.remove(endpoint);
      note(request, "withdraw", endpoint, "");
    }
    return plan;
  }

  private static String text(Endpoint endpoint) {
    return "%s priority %d weight %d"
        .formatted(endpoint.baseUrl(), endpoint.priority(), endpoint.weight());
  }

  private void note(PublishRequest request, String action, EndpointId subject, String after) {
    Instant now = clock.instant();
    journal.append(
        new SdnAction(
            now,
            controller,
            request.actor(),
            request.id(),
            action,
            subject.value(),
            "",
            after,
            Optional.empty(),
            SdnAction.OK));
  }
}
