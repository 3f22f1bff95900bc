package io.airouter.api;

import io.airouter.access.SignedIn;
import io.airouter.boundary.Accounts;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Shows pages to those who are signed in, and everybody else the way to the sign-in page; those
 * whose password must be changed see the page for that and no other.
 */
@WebFilter(
    filterName = "page-guard",
    urlPatterns = "*.xhtml",
    dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.FORWARD},
    asyncSupported = true)
public class PageGuard extends HttpFilter {
  static final String SIGN_IN = "/login.xhtml";
  static final String CHANGE_PASSWORD = "/password.xhtml";

  private static final long serialVersionUID = 1L;
  private static final String RESOURCES = "/jakarta.faces.resource/";

  @Inject private transient SessionCookie sessionCookie;
  @Inject private transient Accounts accounts;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    // Also in the midst of a session: the user may be gone, or have another role now.
    Optional<SignedIn> user = SignedInSession.of(request).flatMap(accounts::current);
    Optional<String> elsewhere = elsewhere(request.getServletPath(), user);
    if (elsewhere.isPresent()) {
      send(request, response, request.getContextPath() + elsewhere.get());
      return;
    }
    if (isPage(request.getServletPath())) {
      user.ifPresent(u -> sessionCookie.set(request, response, u));
    }
    if (SessionCookie.isResumed(request) && !request.getMethod().equals("GET")) {
      // The view was kept by another node: the page opens anew.
      send(request, response, samePage(request));
    } else {
      chain.doFilter(request, response);
    }
  }

  /** A page to look at, and no style sheet, script or picture. */
  static boolean isPage(String path) {
    return path.endsWith(".xhtml") && !path.startsWith(RESOURCES);
  }

  private static String samePage(HttpServletRequest request) {
    String query = request.getQueryString();
    return request.getRequestURI() + (query == null ? "" : "?" + query);
  }

  /** Where to go instead of that page. */
  static Optional<String> elsewhere(String page, Optional<SignedIn> user) {
    if (page.startsWith(RESOURCES) || page.equals(SIGN_IN)) {
      return Optional.empty();
    }
    if (user.isEmpty()) {
      return Optional.of(SIGN_IN);
    }
    boolean mustChange = user.get().mustChangePassword() && !page.equals(CHANGE_PASSWORD);
    return mustChange ? Optional.of(CHANGE_PASSWORD) : Optional.empty();
  }

  /** A script of Faces follows no redirect of HTTP; it is told in its own words. */
  private static void send(HttpServletRequest request, HttpServletResponse response, String target)
      throws IOException {
    if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
      response.setContentType("text/xml;charset=UTF-8");
      response
          .getWriter()
          .print(
              "<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                  + target.replace("&", "&amp;").replace("\"", "&quot;")
                  + "\"/></partial-response>");
    } else {
      response.sendRedirect(target);
    }
  }
}
