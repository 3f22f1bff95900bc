package io.airouter.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The headers that each answer carries: the request's id, and what browsers must not do. */
@WebFilter(filterName = "response-headers", urlPatterns = "/*", asyncSupported = true)
public class ResponseHeadersFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  /** An answer of the API is no page. */
  private static final String API_POLICY = "default-src 'none'; frame-ancestors 'none'";

  /** Without script-src: Faces sends that in a policy of its own, with a nonce; both hold. */
  private static final String PAGE_POLICY =
      "frame-ancestors 'none'; base-uri 'self'; form-action 'self'; object-src 'none'; "
          + "connect-src 'self'; img-src 'self' data:; font-src 'self' data:; "
          + "style-src 'self' 'unsafe-inline'";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    response.setHeader(RequestId.HEADER, RequestId.of(request));
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader(
        "Content-Security-Policy", isPage(request.getServletPath()) ? PAGE_POLICY : API_POLICY);
    chain.doFilter(request, response);
  }

  private static boolean isPage(String path) {
    return path.isEmpty() || path.equals("/") || path.endsWith(".xhtml");
  }
}
