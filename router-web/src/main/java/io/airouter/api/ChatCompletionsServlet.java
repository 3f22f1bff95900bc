package io.airouter.api;

import io.airouter.access.Caller;
import io.airouter.boundary.Catalogue;
import io.airouter.boundary.Queries;
import io.airouter.query.RoutedAnswer;
import io.airouter.query.RoutedAnswer.Abandoned;
import io.airouter.query.RoutedAnswer.AllFailed;
import io.airouter.query.RoutedAnswer.Answered;
import io.airouter.query.RoutedAnswer.NobodyEligible;
import io.airouter.query.RoutedAnswer.Planned;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * {@code POST /v1/chat/completions} of the OpenAI dialect, whole or as a stream. The model {@code
 * auto} leaves the choice to the router; a model's id allows no other.
 */
@WebServlet(name = "chat-completions", urlPatterns = "/v1/chat/completions", asyncSupported = true)
public class ChatCompletionsServlet extends DataPathServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Queries queries;
  @Inject private transient Catalogue catalogue;
  @Inject private transient DataPathAccess access;

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Caller caller = access.callerOf(request);
    Arrival arrival = new Arrival(RequestId.of(request), caller, catalogue.snapshot().catalogue());
    ChatRequest chat =
        ChatRequest.parse(
            JsonBody.read(request.getInputStream(), ChatRequest.MAX_BODY),
            Optional.ofNullable(request.getHeader(ChatRequest.SOURCE_EID)),
            arrival);
    if (chat.stream()) {
      EventStream events = new EventStream(response, chat.includeUsage());
      end(events, response, queries.stream(chat.query(), events));
    } else {
      write(response, queries.route(chat.query()));
    }
  }

  private static void write(HttpServletResponse response, RoutedAnswer answer) throws IOException {
    DecisionHeaders.decision(response, answer.decision());
    switch (answer) {
      case Answered answered ->
          Reply.json(response, HttpServletResponse.SC_OK, answered.completion().body());
      case NobodyEligible nobody -> Reply.openAiError(response, Failures.of(nobody));
      case AllFailed failed -> Reply.openAiError(response, Failures.of(failed));
      case Planned planned -> throw new IllegalStateException("a chat is never a dry run");
      case Abandoned abandoned -> throw new IllegalStateException("only a stream is abandoned");
    }
  }

  private static void end(EventStream events, HttpServletResponse response, RoutedAnswer answer)
      throws IOException {
    switch (answer) {
      case Answered answered -> events.done();
      case AllFailed failed when events.isOpen() -> {
        events.failed(Failures.of(failed));
        throw new CutStreamException();
      }
      case Abandoned abandoned -> throw new CutStreamException();
      default -> write(response, answer);
    }
  }

  @Override
  protected void refuse(HttpServletResponse response, Problem problem, String requestId)
      throws IOException {
    Reply.openAiError(response, problem);
  }
}
