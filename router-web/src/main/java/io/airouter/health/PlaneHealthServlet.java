package io.airouter.health;

import io.airouter.boundary.PlaneHealth;
import io.airouter.boundary.PlaneStatus;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Answers for one plane, which is the last word of its context path: {@code /health/lisp}, {@code
 * /health/dns} or {@code /health/models}. 200 while the plane does its work, else 503.
 */
@WebServlet("/*")
public class PlaneHealthServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject private transient PlaneHealth health;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getContextPath();
    PlaneStatus status = status(path.substring(path.lastIndexOf('/') + 1));
    response.setStatus(
        status.up() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setContentType("application/json");
    response.setHeader("Cache-Control", "no-store");
    response.getWriter().print(json(status));
  }

  private PlaneStatus status(String plane) {
    return switch (plane) {
      case "lisp" -> health.lisp();
      case "dns" -> health.dns();
      default -> health.models();
    };
  }

  private static JsonObject json(PlaneStatus status) {
    JsonObjectBuilder details = Json.createObjectBuilder();
    status.details().forEach(details::add);
    return Json.createObjectBuilder()
        .add("status", status.up() ? "UP" : "DOWN")
        .add("plane", status.plane())
        .add("details", details)
        .build();
  }
}
