package io.airouter.boot;

import io.airouter.boundary.EditRefusedException;
import io.airouter.model.AdminState;
import io.airouter.model.CatalogueEdit;
import io.airouter.model.CatalogueEdit.EndpointEdit;
import io.airouter.model.EditPlan.Finding;
import io.airouter.model.Endpoint;
import io.airouter.model.ModelCatalogue;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The records of DNS services, which are the endpoints of models: {@code {"services": {"gpt-4":
 * {"gpt-4-primary": {"weight": 40}}}}}; a bare number is a weight.
 */
final class RecordEdits {
  private final ModelCatalogue now;
  private final List<Finding> findings = new ArrayList<>();

  RecordEdits(ModelCatalogue now) {
    this.now = now;
  }

  /**
   * The edits.
   *
   * @throws EditRefusedException with everything that is wrong
   */
  List<CatalogueEdit> read(JsonObject config) {
    List<CatalogueEdit> edits = new ArrayList<>();
    section("services", config.get("services"))
        .forEach(
            (service, records) -> {
              String place = "services." + service;
              section(place, records)
                  .forEach((id, fields) -> edit(service, id, fields).ifPresent(edits::add));
            });
    if (!findings.isEmpty()) {
      throw new EditRefusedException(findings);
    }
    return edits;
  }

  private JsonObject section(String place, JsonValue value) {
    if (value instanceof JsonObject section) {
      return section;
    }
    refuse(place, "must be an object");
    return JsonValue.EMPTY_JSON_OBJECT;
  }

  private Optional<CatalogueEdit> edit(String service, String id, JsonValue value) {
    String place = "services." + service + "." + id;
    Optional<Endpoint> before =
        now.endpoints().stream()
            .filter(e -> e.id().value().equals(id) && e.model().value().equals(service))
            .findFirst();
    if (before.isEmpty()) {
      refuse(place, "the service has no such record");
      return Optional.empty();
    }
    Endpoint after = before.get();
    if (value instanceof JsonNumber) {
      after = with(after, place, "weight", value);
    } else {
      for (var field : section(place, value).entrySet()) {
        after = with(after, place, field.getKey(), field.getValue());
      }
    }
    return Optional.of(EndpointEdit.change(before.get(), after));
  }

  private Endpoint with(Endpoint endpoint, String place, String field, JsonValue value) {
    String at = place + "." + field;
    return switch (field) {
      case "weight" -> endpoint.withWeight(number(at, value, Endpoint.MAX_WEIGHT));
      case "priority" -> endpoint.withPriority(number(at, value, Endpoint.UNUSABLE_PRIORITY));
      case "admin_state" ->
          Optional.of(value)
              .filter(JsonString.class::isInstance)
              .flatMap(v -> AdminState.ofWord(((JsonString) v).getString()))
              .map(endpoint::withAdminState)
              .orElseGet(
                  () -> {
                    refuse(at, "must be active, draining or maintenance");
                    return endpoint;
                  });
      default -> {
        refuse(at, "is no field of a record: weight, priority, admin_state");
        yield endpoint;
      }
    };
  }

  private int number(String place, JsonValue value, int most) {
    boolean isWhole = value instanceof JsonNumber n && n.isIntegral();
    if (isWhole) {
      long number = ((JsonNumber) value).longValue();
      if (number >= 0 && number <= most) {
        return (int) number;
      }
    }
    refuse(place, "must be a whole number 0.." + most);
    return 0;
  }

  private void refuse(String place, String reason) {
    findings.add(new Finding("dns", place, reason));
  }
}
