package io.airouter.api;

import io.airouter.boundary.Catalogue;
import io.airouter.model.Model;
import io.airouter.model.ModelCatalogue;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code GET /v1/models} and {@code /v1/models/{id}} of the OpenAI dialect. */
@WebServlet(
    name = "gateway-models",
    urlPatterns = {"/v1/models", "/v1/models/*"},
    asyncSupported = true)
public class GatewayModelsServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Catalogue catalogue;
  @Inject private transient DataPathAccess access;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      access.callerOf(request);
      JsonObject body = answer(request.getPathInfo(), catalogue.snapshot().catalogue());
      Reply.json(response, HttpServletResponse.SC_OK, body);
    } catch (ProblemException e) {
      Reply.openAiError(response, e.problem());
    }
  }

  static JsonObject answer(String path, ModelCatalogue models) {
    if (path == null || path.equals("/")) {
      return list(models);
    }
    String id = path.substring(1);
    if (id.equals(Arrival.AUTO)) {
      return entry(Arrival.AUTO);
    }
    return models.models().stream()
        .filter(model -> model.enabled() && model.id().value().equalsIgnoreCase(id))
        .findFirst()
        .map(model -> entry(model.id().value()))
        .orElseThrow(
            () ->
                Problem.of(Problem.NOT_FOUND, "model_not_found", "There is no such model here.")
                    .inField("model")
                    .asException());
  }

  private static JsonObject list(ModelCatalogue models) {
    JsonArrayBuilder list = Json.createArrayBuilder().add(entry(Arrival.AUTO));
    models.models().stream()
        .filter(Model::enabled)
        .forEach(model -> list.add(entry(model.id().value())));
    return Json.createObjectBuilder().add("object", "list").add("data", list).build();
  }

  /** {@code created} is required by SDKs; the router keeps no birthdays of models. */
  private static JsonObject entry(String id) {
    return Json.createObjectBuilder()
        .add("id", id)
        .add("object", "model")
        .add("created", 0)
        .add("owned_by", "airouter")
        .build();
  }
}
