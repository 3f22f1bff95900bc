package io.airouter.api;

import io.airouter.access.Caller;
import io.airouter.boundary.Catalogue;
import io.airouter.boundary.Queries;
import io.airouter.query.RouteQuery;
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

/** {@code POST /route}: routes one query, and answers with all that was decided about it. */
@WebServlet(name = "route", urlPatterns = "/route", asyncSupported = true)
public class RouteServlet extends DataPathServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient Queries queries;
  @Inject private transient Catalogue catalogue;
  @Inject private transient DataPathAccess access;

  @Override
  protected void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Caller caller = access.callerOf(request);
    Arrival arrival = new Arrival(RequestId.of(request), caller, catalogue.snapshot().catalogue());
    RouteQuery query =
        RouteRequest.parse(JsonBody.read(request.getInputStream(), RouteRequest.MAX_BODY), arrival);
    write(response, queries.route(query));
  }

  private static void write(HttpServletResponse response, RoutedAnswer answer) throws IOException {
    String requestId = answer.decision().query().requestId();
    switch (answer) {
      case Answered answered ->
          Reply.json(
              response,
              HttpServletResponse.SC_OK,
              RouteResponse.of(answered.decision(), Optional.of(answered.completion())));
      case Planned planned ->
          Reply.json(
              response,
              HttpServletResponse.SC_OK,
              RouteResponse.of(planned.decision(), Optional.empty()));
      case NobodyEligible nobody -> Reply.problem(response, Failures.of(nobody), requestId);
      case AllFailed failed -> Reply.problem(response, Failures.of(failed), requestId);
      case Abandoned abandoned -> throw new IllegalStateException("only a stream is abandoned");
    }
  }

  @Override
  protected void refuse(HttpServletResponse response, Problem problem, String requestId)
      throws IOException {
    Reply.problem(response, problem, requestId);
  }
}
