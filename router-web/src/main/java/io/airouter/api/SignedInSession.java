package io.airouter.api;

import io.airouter.access.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Optional;

/** Who is signed in to the pages: kept in the browser's session, which starts anew with it. */
public final class SignedInSession {
  private static final String ATTRIBUTE = SignedInSession.class.getName();
  private static final Duration IDLE = Duration.ofMinutes(30);

  private SignedInSession() {}

  /** Signs in, under a new session id, so that one known to others opens nothing. */
  public static void signIn(HttpServletRequest request, SignedIn user) {
    HttpSession session = request.getSession(true);
    request.changeSessionId();
    session.setMaxInactiveInterval(Math.toIntExact(IDLE.toSeconds()));
    session.setAttribute(ATTRIBUTE, user);
  }

  /** Ends the session and all that was kept in it. */
  public static void signOut(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  /** Who is signed in, if anybody. */
  public static Optional<SignedIn> of(HttpServletRequest request) {
    return Optional.ofNullable(request.getSession(false))
        .map(session -> session.getAttribute(ATTRIBUTE))
        .map(SignedIn.class::cast);
  }
}
