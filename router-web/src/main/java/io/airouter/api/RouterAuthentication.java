package io.airouter.api;

import io.airouter.access.Caller;
import io.airouter.access.Role;
import io.airouter.access.SignedIn;
import io.airouter.boundary.Accounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells the container who asks: on the pages by the session, on the API by a bearer token or an API
 * key. It only tells; who may do what stands at the resources and EJBs. The data path asks {@link
 * DataPathAccess} for itself and is passed by.
 */
@ApplicationScoped
public class RouterAuthentication implements HttpAuthenticationMechanism {
  /** The group of API keys: they route queries and see the models, and no more. */
  static final String CALLER = "caller";

  @Inject private Accounts accounts;
  @Inject private AccessRules rules;
  @Inject private SessionCookie sessionCookie;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    if (isDataPath(request.getServletPath())) {
      return context.doNothing();
    }
    Optional<Identity> who = asked(request);
    if (who.isPresent()) {
      return context.notifyContainerAboutLogin(who.get().name(), who.get().groups());
    }
    // The resources ask for a caller only where they are not for all.
    boolean needed = context.isProtected() || context.isAuthenticationRequest();
    return needed ? refused(request, response) : context.doNothing();
  }

  private static AuthenticationStatus refused(
      HttpServletRequest request, HttpServletResponse response) {
    Problem problem =
        Problem.of(
            Problem.UNAUTHORIZED,
            "unauthorized",
            "A valid bearer token or API key is needed: Authorization: Bearer <token>.");
    try {
      Reply.problem(response, problem, RequestId.of(request));
      response.flushBuffer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return AuthenticationStatus.SEND_FAILURE;
  }

  private static boolean isDataPath(String path) {
    return path.equals("/route") || path.startsWith("/v1/");
  }

  /** A name and the roles it stands for. */
  record Identity(String name, Set<String> groups) {}

  private Optional<Identity> asked(HttpServletRequest request) {
    return switch (Credentials.of(request)) {
      case Credentials.Token token -> accounts.verifyToken(token.jwt()).map(this::ofToken);
      case Credentials.Key key -> accounts.callerOf(key.secret()).map(RouterAuthentication::ofKey);
      case Credentials.None none -> withoutCredentials(request);
    };
  }

  /** A session is a cookie, which a browser adds to others' requests too: it changes nothing. */
  private Optional<Identity> withoutCredentials(HttpServletRequest request) {
    boolean api = isApi(request.getServletPath());
    Optional<SignedIn> user = ofSession(request);
    if (user.isEmpty() && (api || PageGuard.isPage(request.getServletPath()))) {
      user = sessionCookie.resume(request);
    }
    if (user.isPresent() && (!api || request.getMethod().equals("GET"))) {
      // Pages lead to the change of a one-time password; the API grants nothing before it.
      return user.map(u -> api ? ofToken(u) : ofUser(u));
    }
    return api && rules.admitsWithoutCredentials(Approach.of(request))
        ? Optional.of(new Identity(Caller.ANONYMOUS.name(), with(groups(Role.OPERATOR), CALLER)))
        : Optional.empty();
  }

  /**
   * The session of somebody who was removed, or whose password is another now, ends here: the
   * container would refuse it to whoever is not its owner, with an error in place of a page.
   */
  private Optional<SignedIn> ofSession(HttpServletRequest request) {
    Optional<SignedIn> once = SignedInSession.of(request);
    Optional<SignedIn> now = once.flatMap(accounts::current);
    if (once.isPresent() && now.isEmpty()) {
      SignedInSession.signOut(request);
    }
    return now;
  }

  private static boolean isApi(String path) {
    return path.startsWith("/api/")
        || path.equals("/stats")
        || path.equals("/config")
        || path.startsWith("/models")
        || path.startsWith("/services");
  }

  /** In production a first password opens nothing but its own change. */
  private Identity ofToken(SignedIn user) {
    boolean locked = rules.isProduction() && user.mustChangePassword();
    return locked ? new Identity(user.name(), Set.of()) : ofUser(user);
  }

  private static Identity ofUser(SignedIn user) {
    return new Identity(user.name(), with(groups(user.role()), CALLER));
  }

  private static Identity ofKey(Caller caller) {
    return new Identity(caller.name(), Set.of(CALLER));
  }

  /** The words of that role and of all it includes. */
  static Set<String> groups(Role role) {
    return Arrays.stream(Role.values())
        .filter(role::includes)
        .map(Role::word)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<String> with(Set<String> groups, String more) {
    return Stream.concat(groups.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
  }
}
