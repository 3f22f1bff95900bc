package io.airouter.admin;

import io.airouter.admin.WordEdit.Kind;
import io.airouter.boundary.Catalogue;
import io.airouter.boundary.ModelView;
import io.airouter.model.Endpoint;
import io.airouter.model.EndpointId;
import io.airouter.model.ModelCatalogue;
import io.airouter.model.ModelId;
import io.airouter.model.Origin;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The page of one model ({@code ?id=}), or of one that shall be: its parameters and endpoints as
 * drafts, edited together and applied together.
 */
@Named
@ViewScoped
public class ModelPage extends Editor {
  @Serial private static final long serialVersionUID = 1;

  @Inject private transient Catalogue catalogue;

  private String id = "";
  private Draft model = Draft.fresh(Kind.MODEL, FormDefaults.model());
  private List<Draft> endpoints = new ArrayList<>();

  /** Opens the drafts of what the address names. */
  public void load() {
    reset();
  }

  @Override
  void reset() {
    ModelCatalogue now = now();
    if (model.isFresh() && !model.getId().isEmpty() && named(model.getId()).isPresent()) {
      id = model.getId();
    }
    endpoints = new ArrayList<>();
    if (named(id).isEmpty()) {
      model = Draft.fresh(Kind.MODEL, FormDefaults.model());
      return;
    }
    model = Draft.of(Kind.MODEL, id, now);
    now.endpointsOf(new ModelId(id))
        .forEach(e -> endpoints.add(Draft.of(Kind.ENDPOINT, e.id().value(), now)));
  }

  @Override
  void rebase(ModelCatalogue now) {
    model.rebase(now);
    endpoints.forEach(draft -> draft.rebase(now));
  }

  @Override
  List<WordEdit> wanted() {
    endpoints.stream()
        .filter(Draft::isFresh)
        .forEach(draft -> draft.getWords().put("model", model.getId()));
    Stream<WordEdit> ofEndpoints = endpoints.stream().flatMap(draft -> draft.edit().stream());
    Stream<WordEdit> ofModel = model.edit().stream();
    // A model comes before its endpoints, and leaves after them.
    return (model.isRemoved()
            ? Stream.concat(ofEndpoints, ofModel)
            : Stream.concat(ofModel, ofEndpoints))
        .toList();
  }

  /** Puts one more endpoint into the form. */
  public void addEndpoint() {
    endpoints.add(Draft.fresh(Kind.ENDPOINT, FormDefaults.endpoint(model.getId())));
    back();
  }

  /** Takes back an endpoint that is only in the form. */
  public void dropEndpoint(Draft draft) {
    endpoints.remove(draft);
    back();
  }

  /** Proposes to remove the model and all endpoints that did not register themselves. */
  public void remove() {
    reset();
    ModelCatalogue now = now();
    endpoints.stream()
        .filter(
            draft ->
                now.endpoint(new EndpointId(draft.getId()))
                    .map(Endpoint::origin)
                    .filter(origin -> origin != Origin.REGISTERED)
                    .isPresent())
        .forEach(draft -> draft.setRemoved(true));
    model.setRemoved(true);
    review();
  }

  /** The model now; empty where there is none of that id. */
  Optional<ModelView> view() {
    return named(id);
  }

  private Optional<ModelView> named(String name) {
    try {
      return catalogue.model(ModelId.parse(name));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  public boolean isFound() {
    return view().isPresent();
  }

  /** Whether the page is for a model that shall be. */
  public boolean isCreating() {
    return id.isEmpty();
  }

  public String getId() {
    return id;
  }

  public void setId(String id) {
    this.id = id == null ? "" : id.strip();
  }

  public Draft getModel() {
    return model;
  }

  List<Draft> endpoints() {
    return endpoints;
  }

  /** What a form starts from where there is nothing yet. */
  private static final class FormDefaults {
    private FormDefaults() {}

    static Map<String, String> model() {
      Map<String, String> words = new LinkedHashMap<>();
      words.put("name", "");
      words.put("enabled", "true");
      words.put("dialect", "openai");
      words.put("upstream_model", "");
      words.put("context_window", "8192");
      words.put("max_tokens", "1024");
      words.put("service_eid", "");
      words.put("rate_limit", "none");
      words.put("tokens_per_minute", "none");
      words.put("prices_per_million_tokens.input", "0");
      words.put("prices_per_million_tokens.output", "0");
      words.put("prices_per_million_tokens.cached_input", "0");
      ModelChoices.QUERY_TYPES.forEach(type -> words.put("capabilities." + type, "fair"));
      words.put("registration.scheme", "http");
      words.put("registration.port", "80");
      words.put("registration.path", "");
      return words;
    }

    static Map<String, String> endpoint(String model) {
      Map<String, String> words = new LinkedHashMap<>();
      words.put("model", model);
      words.put("base_url", "http://");
      words.put("priority", "1");
      words.put("weight", "100");
      words.put("admin_state", "active");
      words.put("credential", "none");
      return words;
    }
  }
}
