package io.airouter.api;

import io.airouter.access.EndpointSecret;
import io.airouter.boundary.Applied;
import io.airouter.boundary.CatalogueEditing;
import io.airouter.boundary.EditOrder;
import io.airouter.model.CatalogueEdit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Applies edits, or with {@code dry_run} only tells what they would change. */
@ApplicationScoped
public class EditDesk {
  @Inject private CatalogueEditing editing;

  /**
   * One request's edits.
   *
   * @param location of what is made, else empty
   */
  record Order(
      List<CatalogueEdit> edits,
      List<EndpointSecret> secrets,
      Optional<String> location,
      boolean dryRun) {
    Order {
      edits = List.copyOf(edits);
      secrets = List.copyOf(secrets);
    }

    static Order of(CatalogueEdit edit, boolean dryRun) {
      return new Order(List.of(edit), List.of(), Optional.empty(), dryRun);
    }

    EditOrder whole() {
      return EditOrder.of(edits, secrets);
    }

    Order at(String newLocation) {
      return new Order(edits, secrets, Optional.of(newLocation), dryRun);
    }

    Order with(List<EndpointSecret> newSecrets) {
      return new Order(edits, newSecrets, location, dryRun);
    }
  }

  /** 200 with the differences, or 201 where something was made. */
  public Response answer(Order order) {
    JsonObjectBuilder json = Json.createObjectBuilder().add("dry_run", order.dryRun());
    if (order.dryRun()) {
      json.add("differences", ConfigurationTag.json(editing.plan(order.whole())));
      return Response.ok(json.build()).build();
    }
    Applied applied = editing.apply(order.whole());
    JsonObject body =
        json.add("table_version", applied.tableVersion())
            .add("differences", ConfigurationTag.json(applied.differences()))
            .build();
    Response.ResponseBuilder response =
        order.location().map(URI::create).map(Response::created).orElseGet(Response::ok);
    order.edits().stream()
        .findFirst()
        .filter(e -> order.edits().size() == 1 && !e.wordsAfter().isEmpty())
        .ifPresent(e -> response.header("ETag", ConfigurationTag.of(e.wordsAfter())));
    return response.entity(body).build();
  }

  /**
   * Whether {@code ?dry_run=…} asks for the plan only.
   *
   * @throws ProblemException for another word than true and false: a slip must not apply anything
   */
  static boolean dryRun(String text) {
    if (text == null || text.equals("false")) {
      return false;
    }
    if (!text.equals("true")) {
      throw Problem.of(Problem.UNPROCESSABLE, "invalid_field", "'dry_run' must be true or false.")
          .inField("dry_run")
          .asException();
    }
    return true;
  }
}
