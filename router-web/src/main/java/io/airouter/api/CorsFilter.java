package io.airouter.api;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Cross-origin requests (the CORS protocol of the Fetch standard) from the origins that the
 * operator configured. Without cookies: a page of another origin brings a key or token.
 */
@WebFilter(
    filterName = "cors",
    urlPatterns = {
      "/route",
      "/v1/*",
      "/api/*",
      "/stats",
      "/models",
      "/models/*",
      "/services/*",
      "/config"
    },
    asyncSupported = true)
public class CorsFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Inject private transient AccessRules rules;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String origin = request.getHeader("Origin");
    if (origin != null) {
      response.addHeader("Vary", "Origin");
      if (rules.allowsOrigin(origin)) {
        allow(response, origin);
      }
    }
    boolean preflight =
        request.getMethod().equals("OPTIONS")
            && request.getHeader("Access-Control-Request-Method") != null;
    if (preflight) {
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static void allow(HttpServletResponse response, String origin) {
    response.setHeader("Access-Control-Allow-Origin", origin);
    response.setHeader("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE");
    response.setHeader(
        "Access-Control-Allow-Headers",
        "authorization, content-type, x-api-key, x-request-id, x-source-eid");
    response.setHeader(
        "Access-Control-Expose-Headers",
        "x-request-id, x-router-model, x-router-endpoint, x-router-attempts,"
            + " x-router-decision-id, retry-after");
    response.setHeader("Access-Control-Max-Age", "600");
  }
}
