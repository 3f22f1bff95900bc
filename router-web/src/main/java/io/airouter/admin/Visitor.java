package io.airouter.admin;

import io.airouter.access.Caller;
import io.airouter.access.Role;
import io.airouter.access.SignedIn;
import io.airouter.api.SessionCookie;
import io.airouter.api.SignedInSession;
import io.airouter.boundary.Accounts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who looks at the page, and in which theme they want it. */
@Named
@RequestScoped
public class Visitor {
  /** Set by the page's script; the server reads it so that no page starts in the wrong colours. */
  private static final String THEME_COOKIE = "theme";

  private static final Set<String> THEMES = Set.of("light", "dark");

  @Inject private HttpServletRequest request;
  @Inject private Accounts accounts;

  /** Signed in, and nothing left to do before the pages may be shown. */
  public boolean isAtHome() {
    return signedIn().filter(user -> !user.mustChangePassword()).isPresent();
  }

  public boolean isSignedIn() {
    return signedIn().isPresent();
  }

  public String getName() {
    return signedIn().map(SignedIn::name).orElse("");
  }

  public String getRole() {
    return signedIn().map(user -> user.role().word()).orElse("");
  }

  /** Whether the visitor may change what is routed. */
  public boolean isOperator() {
    return signedIn().filter(user -> user.role().includes(Role.OPERATOR)).isPresent();
  }

  /** {@code light}, {@code dark}, or {@code system} where the visitor chose neither. */
  public String getTheme() {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Arrays::stream)
        .filter(cookie -> cookie.getName().equals(THEME_COOKIE))
        .map(Cookie::getValue)
        .filter(THEMES::contains)
        .findFirst()
        .orElse("system");
  }

  /** Ends the session and leads to the sign-in page. */
  public String signOut() {
    SignedInSession.signOut(request);
    if (FacesContext.getCurrentInstance().getExternalContext().getResponse()
        instanceof HttpServletResponse response) {
      SessionCookie.remove(request, response);
    }
    return "/login.xhtml?faces-redirect=true";
  }

  Optional<SignedIn> signedIn() {
    return SignedInSession.of(request).flatMap(accounts::current);
  }

  boolean is(Role role) {
    return signedIn().filter(user -> user.role().includes(role)).isPresent();
  }

  /** The visitor as the history names them. */
  Caller caller() {
    return signedIn()
        .map(user -> new Caller(user.name(), Optional.empty()))
        .orElse(Caller.ANONYMOUS);
  }

  /** The path after the context, such as {@code /query.xhtml}. */
  static String currentView() {
    return FacesContext.getCurrentInstance().getViewRoot().getViewId();
  }
}
