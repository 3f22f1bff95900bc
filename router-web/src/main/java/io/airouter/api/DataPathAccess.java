package io.airouter.api;

import io.airouter.access.ApiKey;
import io.airouter.access.Caller;
import io.airouter.boundary.Accounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Who calls on the data path. From memory only, since it is asked for each query; a key of ours or
 * a token that is shown must be right even where none is needed.
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
          accounts.callerOf(key.secret()).orElseGet(() -> withUnknownKey(key, request));
      case Credentials.Token token ->
          accounts
              .verifyToken(token.jwt())
              .filter(user -> !(rules.isProduction() && user.mustChangePassword()))
              .map(user -> new Caller(user.name(), Optional.empty()))
              .orElseThrow(() -> refused("This token is not valid or has expired."));
      case Credentials.None none -> withoutCredentials(request);
    };
  }

  /**
   * SDKs insist on a key, so people who need none write any word. Where none is needed that word is
   * as good as nothing; a key that looks like one of ours is a mistake worth telling.
   */
  private Caller withUnknownKey(Credentials.Key key, HttpServletRequest request) {
    if (ApiKey.resembles(key.secret())) {
      throw refused("This API key is not valid.");
    }
    if (rules.admitsWithoutCredentials(Approach.of(request))) {
      return Caller.ANONYMOUS;
    }
    throw refused("This API key is not valid.");
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
