package io.airouter.admin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.MalformedURLException;

/**
 * Answers 404 for a page that is not there before Faces does: Faces would make the error page
 * within the failed request, and then fail itself.
 */
@WebFilter(filterName = "missing-page", urlPatterns = "*.xhtml", asyncSupported = true)
public class MissingPage extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String RESOURCES = "/jakarta.faces.resource/";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String page = request.getServletPath();
    if (page.startsWith(RESOURCES) || isPage(page)) {
      chain.doFilter(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private boolean isPage(String path) throws MalformedURLException {
    return !path.startsWith("/WEB-INF/")
        && !path.startsWith("/META-INF/")
        && getServletContext().getResource(path) != null;
  }
}
