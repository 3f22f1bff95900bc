package io.airouter.admin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.UUID;

/** The page of a request that failed: what failed, under which trace id the log has more. */
@Named
@RequestScoped
public class ErrorView {
  private static final System.Logger LOG = System.getLogger(ErrorView.class.getName());
  private static final String TRACE_HEADER = "x-request-id";

  @Inject private HttpServletRequest request;

  private int status;
  private String path = "";
  private String traceId = "";

  /** Reads what the container says of the failure, and logs it once under the trace id. */
  @PostConstruct
  void read() {
    status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? code
            : HttpServletResponse.SC_NOT_FOUND;
    path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String s ? s : "/";
    traceId = answeredTraceId().orElseGet(() -> UUID.randomUUID().toString());
    if (status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
      Throwable cause = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
      LOG.log(Level.ERROR, "page " + path + " failed, trace " + traceId, cause);
    }
  }

  private static Optional<String> answeredTraceId() {
    return FacesContext.getCurrentInstance().getExternalContext().getResponse()
            instanceof HttpServletResponse response
        ? Optional.ofNullable(response.getHeader(TRACE_HEADER))
        : Optional.empty();
  }

  public int getStatus() {
    return status;
  }

  public String getHeadline() {
    return switch (status) {
      case HttpServletResponse.SC_FORBIDDEN -> "Your role does not allow this";
      case HttpServletResponse.SC_NOT_FOUND -> "There is no such page";
      default -> "The page could not be made";
    };
  }

  public String getAdvice() {
    return switch (status) {
      case HttpServletResponse.SC_FORBIDDEN -> "Ask an administrator for a role that may see it.";
      case HttpServletResponse.SC_NOT_FOUND ->
          "The address may be mistyped, or the page has moved.";
      default -> "Routing goes on without the pages. The log has the cause under the trace id.";
    };
  }

  public String getPath() {
    return path;
  }

  public String getTraceId() {
    return traceId;
  }

  /** Trying again can help where the failure was ours. */
  public boolean isRetryUseful() {
    return status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
  }
}
