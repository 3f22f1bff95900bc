package io.airouter.api;

import io.airouter.alert.RefusedRuleException;
import io.airouter.boundary.DatabaseUnavailableException;
import io.airouter.boundary.EditConflictException;
import io.airouter.boundary.EditRefusedException;
import io.airouter.boundary.HistoryUnavailableException;
import io.airouter.boundary.PasswordRefusedException;
import io.airouter.boundary.SdnRefusedException;
import io.airouter.boundary.SearchTooLongException;
import io.airouter.boundary.TooManyTestCallsException;
import io.airouter.boundary.UserConflictException;
import io.airouter.boundary.UserRefusedException;
import jakarta.ejb.EJBAccessException;
import jakarta.ejb.EJBException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Turns whatever a resource throws into a problem (RFC 9457); what nobody expected is logged. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
  private static final Logger LOGGER = Logger.getLogger(ProblemMapper.class.getName());
  private static final Duration DATABASE_RETRY = Duration.ofSeconds(10);

  private static final int TOO_MANY_REQUESTS = 429;
  private static final int MAX_CAUSES = 20;
  private static final Set<String> LOST = Set.of("08", "53", "57");

  @Context private HttpServletRequest request;

  @Override
  public Response toResponse(Throwable thrown) {
    String requestId = RequestId.of(request);
    Problem problem = problem(thrown, request.getUserPrincipal() != null);
    if (problem.status() == Problem.INTERNAL_ERROR) {
      LOGGER.log(Level.SEVERE, thrown, () -> "request " + requestId + " failed");
    }
    Response.ResponseBuilder response =
        Response.status(problem.status())
            .type(Problem.MEDIA_TYPE)
            .entity(problem.json(requestId).toString());
    problem.retryAfter().ifPresent(d -> response.header("Retry-After", Problem.seconds(d)));
    if (problem.status() == Problem.UNAUTHORIZED) {
      response.header("WWW-Authenticate", "Bearer realm=\"airouter\"");
    }
    return response.build();
  }

  static Problem problem(Throwable thrown, boolean known) {
    return switch (thrown) {
      case ProblemException refused -> refused.problem();
      case RefusedRuleException refused ->
          Problem.of(Problem.UNPROCESSABLE, "invalid_field", refused.getMessage() + ".")
              .inField(refused.field());
      case PasswordRefusedException refused ->
          Problem.of(Problem.UNPROCESSABLE, "password_refused", refused.getMessage());
      case HistoryUnavailableException gone ->
          Problem.of(Problem.UNAVAILABLE, "history_unavailable", gone.getMessage())
              .after(Optional.of(DATABASE_RETRY));
      case TooManyTestCallsException many ->
          Problem.of(TOO_MANY_REQUESTS, "too_many_tests", many.getMessage())
              .after(Optional.of(DATABASE_RETRY));
      case SdnRefusedException refused ->
          Problem.of(409, "controller_conflict", refused.getMessage());
      case UserConflictException conflict -> UserJson.conflict(conflict);
      case UserRefusedException refused -> UserJson.refused(refused);
      case SearchTooLongException busy ->
          Problem.of(Problem.UNAVAILABLE, "search_too_long", busy.getMessage());
      case DatabaseUnavailableException gone -> databaseUnavailable();
      case EditConflictException conflict -> EditProblems.of(conflict);
      case EditRefusedException refused -> EditProblems.of(refused);
      case ForbiddenException forbidden -> forbidden(known);
      case EJBAccessException forbidden -> forbidden(known);
      case EJBException wrapped when wrapped.getCause() instanceof Exception cause ->
          problem(cause, known);
      case NoSuchElementException missing ->
          Problem.of(Problem.NOT_FOUND, "not_found", String.valueOf(missing.getMessage()));
      case WebApplicationException web -> ofStatus(web.getResponse().getStatus());
      case Throwable lost when isLostDatabase(lost) -> databaseUnavailable();
      default ->
          Problem.of(
              Problem.INTERNAL_ERROR, "internal_error", "The router failed; its log knows the id.");
    };
  }

  private static Problem databaseUnavailable() {
    return Problem.of(
            Problem.UNAVAILABLE,
            "database_unavailable",
            "The database does not answer; routing goes on, but this needs it.")
        .after(Optional.of(DATABASE_RETRY));
  }

  /** By SQLSTATE: class 08 is the connection, 53 a lack of resources, 57 an operator's doing. */
  private static boolean isLostDatabase(Throwable thrown) {
    return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
        .limit(MAX_CAUSES)
        .filter(SQLException.class::isInstance)
        .map(SQLException.class::cast)
        .anyMatch(
            e ->
                e instanceof SQLTransientException
                    || LOST.stream().anyMatch(String.valueOf(e.getSQLState())::startsWith));
  }

  private static Problem forbidden(boolean known) {
    return known
        ? Problem.of(Problem.FORBIDDEN, "forbidden", "This role may not do that.")
        : Problem.of(
            Problem.UNAUTHORIZED, "unauthorized", "A bearer token or an API key is needed.");
  }

  private static Problem ofStatus(int status) {
    return switch (status) {
      case Problem.UNAUTHORIZED -> forbidden(false);
      case Problem.NOT_FOUND -> Problem.of(status, "not_found", "There is no such resource.");
      case 405 -> Problem.of(status, "method_not_allowed", "This resource has no such method.");
      case 415 -> Problem.of(status, "unsupported_media_type", "The body must be JSON.");
      default ->
          status >= Problem.BAD_REQUEST
              ? Problem.of(status, "refused", "The request was refused.")
              : Problem.of(Problem.INTERNAL_ERROR, "internal_error", "An unexpected redirection.");
    };
  }
}
