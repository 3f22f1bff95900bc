package io.airouter.admin;

import io.airouter.access.Caller;
import io.airouter.api.SourceEid;
import io.airouter.model.ModelId;
import io.airouter.model.Priority;
import io.airouter.query.Face;
import io.airouter.query.RouteQuery;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.validator.ValidatorException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.Serial;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** What is typed on the Query page, checked field by field. */
public class QueryForm implements Serializable {
  /** Octets of a prompt at most, as on {@code POST /route}. */
  static final int MAX_PROMPT = 1 << 20;

  @Serial private static final long serialVersionUID = 1;

  private String prompt = "";
  private String priority = "";
  private String sourceEid = SourceEid.DEFAULT.getHostAddress();
  private String model = "";
  private boolean dryRun;

  RouteQuery toQuery(String requestId, Caller caller) {
    return new RouteQuery(
        requestId,
        prompt,
        chat(),
        Map.of(),
        Priority.ofWord(priority),
        SourceEid.parse(sourceEid).orElseThrow(),
        Optional.of(model).filter(id -> !id.isEmpty()).map(ModelId::parse),
        false,
        dryRun,
        caller,
        Face.UI);
  }

  private JsonObject chat() {
    JsonObject message =
        Json.createObjectBuilder().add("role", "user").add("content", prompt).build();
    return Json.createObjectBuilder()
        .add("messages", Json.createArrayBuilder().add(message))
        .build();
  }

  /** Refuses an empty prompt and one beyond what the gateway takes. */
  public void checkPrompt(FacesContext faces, UIComponent field, Object value) {
    String text = String.valueOf(value);
    if (text.isBlank()) {
      throw refused("Type what the model should answer.");
    }
    if (text.getBytes(StandardCharsets.UTF_8).length > MAX_PROMPT) {
      throw refused("This is longer than 1 MiB, which no query may be.");
    }
  }

  /** Refuses what is no unicast address. */
  public void checkSourceEid(FacesContext faces, UIComponent field, Object value) {
    if (SourceEid.parse(String.valueOf(value)).isEmpty()) {
      throw refused("An IPv4 or IPv6 address is needed, such as 10.2.0.7.");
    }
  }

  private static ValidatorException refused(String reason) {
    return new ValidatorException(new FacesMessage(FacesMessage.SEVERITY_ERROR, reason, reason));
  }

  public String getPrompt() {
    return prompt;
  }

  public void setPrompt(String prompt) {
    this.prompt = prompt;
  }

  public String getPriority() {
    return priority;
  }

  public void setPriority(String priority) {
    this.priority = priority == null ? "" : priority;
  }

  public String getSourceEid() {
    return sourceEid;
  }

  public void setSourceEid(String sourceEid) {
    this.sourceEid = sourceEid.strip();
  }

  public String getModel() {
    return model;
  }

  public void setModel(String model) {
    this.model = model == null ? "" : model;
  }

  public boolean isDryRun() {
    return dryRun;
  }

  public void setDryRun(boolean dryRun) {
    this.dryRun = dryRun;
  }
}
