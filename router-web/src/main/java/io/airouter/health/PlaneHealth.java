package io.airouter.health;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Answers for one plane, which is the last word of its context path: {@code /health/lisp}, {@code
 * /health/dns} or {@code /health/models}.
 */
@WebServlet("/*")
public final class PlaneHealth extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getContextPath();
    response.setContentType("application/json");
    response
        .getWriter()
        .print(
            "{\"status\":\"UP\",\"plane\":\"" + path.substring(path.lastIndexOf('/') + 1) + "\"}");
  }
}
