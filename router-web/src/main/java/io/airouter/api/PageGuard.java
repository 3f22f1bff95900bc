package io.airouter.api;

import io.airouter.access.SignedIn;
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

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<String> elsewhere = elsewhere(request.getServletPath(), SignedInSession.of(request));
    if (elsewhere.isPresent()) {
      send(request, response, request.getContextPath() + elsewhere.get());
    } else {
      chain.doFilter(request, response);
    }
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
                  + target
                  + "\"/></partial-response>");
    } else {
      response.sendRedirect(target);
    }
  }
}
