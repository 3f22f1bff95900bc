package io.airouter.api;

import io.airouter.alert.AlertRule;
import io.airouter.alert.KeptRule;
import io.airouter.boundary.Alerting;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;

/**
 * The alert rules. A change names by {@code If-Match} the version it is of, and is refused with
 * both where somebody else was first; with {@code dry_run=true} it answers the differences only.
 */
@Path("/alerts/rules")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("viewer")
public class AlertRulesResource {
  private static final int MAX_BODY = 4 << 10;
  private static final int CONFLICT = 409;
  private static final int PRECONDITION_FAILED = 412;

  @Inject private Alerting alerting;

  @GET
  public JsonObject rules() {
    JsonArrayBuilder rules = Json.createArrayBuilder();
    alerting.rules().forEach(kept -> rules.add(AlertJson.kept(kept)));
    return Json.createObjectBuilder().add("rules", rules).build();
  }

  @GET
  @Path("/{id}")
  public Response rule(@PathParam("id") String id) {
    return answer(known(id));
  }

  @POST
  @RolesAllowed("operator")
  public Response create(
      @QueryParam("dry_run") @DefaultValue("false") String dryRun, InputStream body)
      throws IOException {
    RuleFields fields = RuleFields.of(JsonBody.read(body, MAX_BODY), Optional.empty());
    AlertRule rule = fields.rule(fields.id());
    if (isDry(dryRun)) {
      return differences(Optional.empty(), Optional.of(rule));
    }
    if (!alerting.add(rule)) {
      throw Problem.of(CONFLICT, "rule_exists", "There is a rule '" + rule.id() + "' already.")
          .inField("id")
          .asException();
    }
    return Response.fromResponse(answer(known(rule.id())))
        .status(Response.Status.CREATED)
        .location(URI.create("alerts/rules/" + rule.id()))
        .build();
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed("operator")
  public Response replace(
      @PathParam("id") String id,
      @QueryParam("dry_run") @DefaultValue("false") String dryRun,
      @HeaderParam("If-Match") String ifMatch,
      InputStream body)
      throws IOException {
    KeptRule before = known(id);
    AlertRule after = RuleFields.of(JsonBody.read(body, MAX_BODY), Optional.empty()).rule(id);
    return changed(new Change(before, after, ifMatch), dryRun);
  }

  @PATCH
  @Path("/{id}")
  @RolesAllowed("operator")
  public Response change(
      @PathParam("id") String id,
      @QueryParam("dry_run") @DefaultValue("false") String dryRun,
      @HeaderParam("If-Match") String ifMatch,
      InputStream body)
      throws IOException {
    KeptRule before = known(id);
    JsonObject fields = JsonBody.read(body, MAX_BODY);
    AlertRule after = RuleFields.of(fields, Optional.of(before.rule())).rule(id);
    return changed(new Change(before, after, ifMatch), dryRun);
  }

  private record Change(KeptRule before, AlertRule after, String ifMatch) {}

  private Response changed(Change change, String dryRun) {
    Optional<AlertRule> after = Optional.of(change.after());
    requireMatch(change.ifMatch(), change.before(), after);
    if (isDry(dryRun)) {
      return differences(Optional.of(change.before().rule()), after);
    }
    if (!alerting.replace(change.before(), change.after())) {
      throw conflict(known(change.after().id()), after);
    }
    return answer(known(change.after().id()));
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed("operator")
  public Response remove(
      @PathParam("id") String id,
      @QueryParam("dry_run") @DefaultValue("false") String dryRun,
      @HeaderParam("If-Match") String ifMatch) {
    KeptRule before = known(id);
    requireMatch(ifMatch, before, Optional.empty());
    if (isDry(dryRun)) {
      return differences(Optional.of(before.rule()), Optional.empty());
    }
    if (!alerting.remove(before)) {
      throw conflict(known(id), Optional.empty());
    }
    return Response.noContent().build();
  }

  private KeptRule known(String id) {
    return alerting
        .rule(id)
        .orElseThrow(
            () ->
                Problem.of(Problem.NOT_FOUND, "rule_not_found", "There is no rule of that id.")
                    .inField("id")
                    .asException());
  }

  private static Response answer(KeptRule kept) {
    return Response.ok(AlertJson.kept(kept).build()).header("ETag", tag(kept)).build();
  }

  private Response differences(Optional<AlertRule> before, Optional<AlertRule> after) {
    return Response.ok(
            Json.createObjectBuilder()
                .add("dry_run", true)
                .add("differences", AlertJson.differences(alerting.plan(before, after)))
                .build())
        .build();
  }

  private static String tag(KeptRule kept) {
    return "\"" + kept.version() + "\"";
  }

  private void requireMatch(String ifMatch, KeptRule present, Optional<AlertRule> wanted) {
    boolean matches =
        ifMatch == null
            || Arrays.stream(ifMatch.split(",", -1))
                .map(String::strip)
                .anyMatch(one -> one.equals("*") || one.equals(tag(present)));
    if (!matches) {
      throw conflict(present, wanted);
    }
  }

  private ProblemException conflict(KeptRule present, Optional<AlertRule> wanted) {
    JsonObject members =
        Json.createObjectBuilder()
            .add("current_etag", tag(present))
            .add("current", AlertJson.kept(present))
            .add(
                "differences",
                AlertJson.differences(alerting.plan(Optional.of(present.rule()), wanted)))
            .build();
    String who = present.changedBy() + " changed the rule since you read it";
    return Problem.of(PRECONDITION_FAILED, "edit_conflict", who + "; nothing was changed now.")
        .inField("If-Match")
        .with(members)
        .asException();
  }

  private static boolean isDry(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw Problem.of(
                  Problem.UNPROCESSABLE, "invalid_field", "'dry_run' must be true or false.")
              .inField("dry_run")
              .asException();
    };
  }
}
