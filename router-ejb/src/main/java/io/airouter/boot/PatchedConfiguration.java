package io.airouter.boot;

import io.airouter.access.EndpointSecret;
import io.airouter.boot.configuration.ConfigurationException;
import io.airouter.boot.configuration.ConfigurationLoader;
import io.airouter.boot.configuration.RouterConfiguration;
import io.airouter.boundary.EditOrder;
import io.airouter.boundary.EditRefusedException;
import io.airouter.boundary.ServiceConfiguration;
import io.airouter.mapserver.Site;
import io.airouter.model.CatalogueEdit;
import io.airouter.model.CatalogueEdit.PolicyEdit;
import io.airouter.model.EditPlan.Finding;
import io.airouter.model.ModelCatalogue;
import io.airouter.model.Policy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lays what an operator wrote over the configuration as it is, has the readers of the configuration
 * file read the whole, and tells the two apart. So the API understands just what the file does and
 * refuses it in the same words. References to environment variables are not resolved.
 */
@ApplicationScoped
public class PatchedConfiguration implements ServiceConfiguration {
  private static final Set<String> LLM_PARTS = Set.of("models", "load_balancing", "credentials");
  private static final Set<String> LISP_PARTS = Set.of("eid_prefixes", "sites");

  @Override
  public EditOrder llm(JsonObject config, ModelCatalogue now) {
    refuseOthers("llm", config, LLM_PARTS);
    JsonObject present = ConfigurationForm.of(now);
    JsonObject patch = ModelPatch.inFormOf(present, config);
    JsonObject whole = Json.createMergePatch(patch).apply(present).asJsonObject();
    RouterConfiguration read = read("llm", whole);
    List<CatalogueEdit> edits = CatalogueComparison.edits(now, read.catalogue());
    policy(now, new Policy(now.classes(), read.catalogue().weights())).ifPresent(edits::add);
    List<EndpointSecret> secrets =
        read.credentials().entrySet().stream()
            .filter(e -> !e.getValue().reveal().equals(ConfigurationForm.KEPT))
            .map(e -> secret(e.getKey(), e.getValue().reveal()))
            .toList();
    return EditOrder.of(edits, secrets);
  }

  @Override
  public EditOrder lisp(JsonObject config, ModelCatalogue now, List<Site> sites) {
    refuseOthers("lisp", config, LISP_PARTS);
    JsonObjectBuilder ids = Json.createObjectBuilder();
    now.models().forEach(m -> ids.add(m.id().value(), JsonValue.EMPTY_JSON_OBJECT));
    KeptKeys kept = new KeptKeys(sites);
    JsonObject whole =
        Json.createObjectBuilder().add("models", ids).add("lisp", kept.referredTo(config)).build();
    RouterConfiguration read = read("lisp", whole);
    List<CatalogueEdit> edits = new ArrayList<>();
    if (config.containsKey("eid_prefixes")) {
      policy(now, new Policy(read.catalogue().classes(), now.weights())).ifPresent(edits::add);
    }
    Optional<List<Site>> after =
        config.containsKey("sites")
            ? Optional.of(read.lisp().sites().stream().map(kept::restored).toList())
            : Optional.empty();
    return new EditOrder(edits, List.of(), after);
  }

  @Override
  public EditOrder dns(JsonObject config, ModelCatalogue now) {
    refuseOthers("dns", config, Set.of("services"));
    return EditOrder.of(new RecordEdits(now).read(config));
  }

  private static Optional<CatalogueEdit> policy(ModelCatalogue now, Policy after) {
    return after.equals(now.policy())
        ? Optional.empty()
        : Optional.of(new PolicyEdit(now.policy(), after));
  }

  private static EndpointSecret secret(String name, String value) {
    try {
      return new EndpointSecret(name, value);
    } catch (IllegalArgumentException e) {
      throw refused("llm", "credentials." + name, String.valueOf(e.getMessage()));
    }
  }

  private static RouterConfiguration read(String service, JsonObject whole) {
    try {
      return ConfigurationLoader.read("config", whole.toString(), Map.of());
    } catch (ConfigurationException e) {
      throw new EditRefusedException(
          e.errors().stream()
              .map(error -> new Finding(service, error.key(), error.message()))
              .toList());
    }
  }

  /** What the file has and the running router cannot change names the way to change it. */
  private static void refuseOthers(String service, JsonObject config, Set<String> parts) {
    List<Finding> findings =
        config.keySet().stream()
            .filter(key -> !parts.contains(key))
            .map(
                key ->
                    new Finding(
                        service,
                        key,
                        "cannot be changed while the router runs: set it in router.yaml and restart;"
                            + " here may stand "
                            + String.join(", ", parts.stream().sorted().toList())))
            .toList();
    if (!findings.isEmpty()) {
      throw new EditRefusedException(findings);
    }
  }

  static EditRefusedException refused(String service, String field, String reason) {
    return new EditRefusedException(List.of(new Finding(service, field, reason)));
  }
}
