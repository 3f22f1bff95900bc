package io.airouter.api;

import io.airouter.access.SignedIn;
import io.airouter.boundary.Accounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A signed note of who is signed in, for the node that the browser comes to next: it makes the
 * session anew there. It is good for half an hour from the last page, for pages only, and the
 * user's role is read again from the database. {@code SameSite=Strict}: no other site's request
 * brings it.
 */
@ApplicationScoped
public class SessionCookie {
  private static final String NAME = "router_session";
  private static final String RESUMED = SessionCookie.class.getName() + ".resumed";

  @Inject private Accounts accounts;

  /** Makes the session of a browser that was signed in elsewhere; empty where it was not. */
  Optional<SignedIn> resume(HttpServletRequest request) {
    Optional<SignedIn> user = value(request).flatMap(accounts::verifySession);
    user.ifPresent(
        u -> {
          SignedInSession.signIn(request, u);
          request.setAttribute(RESUMED, true);
        });
    return user;
  }

  /** Whether this request's session was made by it, so that no view of the page can be in it. */
  static boolean isResumed(HttpServletRequest request) {
    return request.getAttribute(RESUMED) != null;
  }

  /** Sets the note, or prolongs it. */
  void set(HttpServletRequest request, HttpServletResponse response, SignedIn user) {
    boolean isFresh = value(request).filter(accounts::isFreshSession).isPresent();
    if (!isFresh) {
      response.addCookie(cookie(request, accounts.issueSession(user), -1));
    }
  }

  /** Takes the note back from the browser. */
  public static void remove(HttpServletRequest request, HttpServletResponse response) {
    response.addCookie(cookie(request, "", 0));
  }

  private static Cookie cookie(HttpServletRequest request, String value, int maxAge) {
    Cookie cookie = new Cookie(NAME, value);
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setPath("/");
    cookie.setMaxAge(maxAge);
    cookie.setAttribute("SameSite", "Strict");
    return cookie;
  }

  private static Optional<String> value(HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(NAME))
        .map(Cookie::getValue)
        .filter(value -> !value.isEmpty())
        .findFirst();
  }
}
