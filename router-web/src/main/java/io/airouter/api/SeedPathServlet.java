package io.airouter.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The first system's paths, as other names of the resources below {@code /api/v1}. */
@WebServlet(
    name = "seed-paths",
    urlPatterns = {"/stats", "/models", "/models/*", "/services/*", "/config"},
    asyncSupported = true)
public class SeedPathServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    RequestDispatcher resource = request.getRequestDispatcher(target(request));
    if (resource == null) {
      Problem problem =
          Problem.of(Problem.BAD_REQUEST, "invalid_path", "The path or its query is not allowed.");
      Reply.problem(response, problem, RequestId.of(request));
      return;
    }
    resource.forward(request, response);
  }

  /** A forward to another servlet loses the query string unless it is written again. */
  private static String target(HttpServletRequest request) {
    String path =
        ApiApplication.PATH + request.getRequestURI().substring(request.getContextPath().length());
    String query = request.getQueryString();
    return query == null ? path : path + "?" + query;
  }
}
