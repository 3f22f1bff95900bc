package io.airouter.api;

import io.airouter.access.Caller;
import io.airouter.boundary.Accounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Who calls on the data path. From memory only, since it is asked for each query; credentials that
 * are shown must be right even where none are needed.
 */
@ApplicationScoped
public class DataPathAccess {
  @Inject private Accounts accounts;
  @Inject private AccessRules rules;

  /**
   * The caller.
   *
   * @throws ProblemException 401 where there is nobody to be let in
   */
  public Caller callerOf(HttpServletRequest request) {
    return switch (Credentials.of(request)) {
      case Credentials.Key key ->
          accounts.callerOf(key.secret()).orElseThrow(() -> refused("This API key is not valid."));
      case Credentials.Token token ->
          accounts
              .verifyToken(token.jwt())
              .map(user -> new Caller(user.name(), Optional.empty()))
              .orElseThrow(() -> refused("This token is not valid or has expired."));
      case Credentials.None none -> withoutCredentials(request);
    };
  }

  private Caller withoutCredentials(HttpServletRequest request) {
    if (rules.admitsWithoutCredentials(Approach.of(request))) {
      return Caller.ANONYMOUS;
    }
    throw refused("An API key or token is needed: Authorization: Bearer <key>.");
  }

  private static ProblemException refused(String detail) {
    return Problem.of(Problem.UNAUTHORIZED, "invalid_api_key", detail).asException();
  }
}
