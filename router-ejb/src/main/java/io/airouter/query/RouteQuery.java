package io.airouter.query;

import io.airouter.access.Caller;
import io.airouter.model.ModelId;
import io.airouter.model.Priority;
import jakarta.json.JsonObject;
import java.net.InetAddress;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One query as it came in.
 *
 * @param requestId unique, also the decision's id and the history row's
 * @param prompt the text that is analysed: all user messages, newest last
 * @param chat the request in the OpenAI chat-completions shape, the router's lingua franca; {@code
 *     model} in it is replaced for each upstream, unknown fields pass through
 * @param context free words of the caller, kept in the decision
 * @param priority what the caller says; else the workload class's default
 * @param sourceEid the caller's identity, by which its workload class is found
 * @param preferredModel tried first where it is eligible; {@code strict} makes it the only one
 * @param dryRun decide, but call nobody
 * @param face where it came in
 */
public record RouteQuery(
    String requestId,
    String prompt,
    JsonObject chat,
    Map<String, String> context,
    Optional<Priority> priority,
    InetAddress sourceEid,
    Optional<ModelId> preferredModel,
    boolean strict,
    boolean dryRun,
    Caller caller,
    Face face) {

  public RouteQuery {
    Objects.requireNonNull(requestId);
    Objects.requireNonNull(prompt);
    Objects.requireNonNull(chat);
    Objects.requireNonNull(sourceEid);
    Objects.requireNonNull(caller);
    Objects.requireNonNull(face);
    context = Map.copyOf(context);
    if (strict && preferredModel.isEmpty()) {
      throw new IllegalArgumentException("strict needs a preferred model");
    }
  }
}
