package io.airouter.api;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A servlet of the data path: hands each request to a virtual thread of its own, which may block
 * for as long as an upstream thinks, and turns what goes wrong into the face's error shape.
 */
abstract class DataPathServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOGGER = Logger.getLogger(DataPathServlet.class.getName());

  @Resource(lookup = DataPathThreads.NAME)
  private transient ManagedExecutorService threads;

  /** Answers on a virtual thread. */
  protected abstract void answer(HttpServletRequest request, HttpServletResponse response)
      throws IOException;

  /** Refuses in the shape of this face. */
  protected abstract void refuse(HttpServletResponse response, Problem problem, String requestId)
      throws IOException;

  /** A query is posted, whatever else a client tries. */
  @Override
  protected final void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Allow", "POST, OPTIONS");
    refuse(
        response,
        Problem.of(405, "method_not_allowed", "A query is sent by POST."),
        RequestId.of(request));
  }

  @Override
  protected final void doPut(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    doGet(request, response);
  }

  @Override
  protected final void doDelete(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    doGet(request, response);
  }

  @Override
  protected final void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    AsyncContext async = request.startAsync(request, response);
    // The upstream's own time limits end a request; the container's would only cut an answer.
    async.setTimeout(0);
    try {
      threads.execute(() -> serve(async, request, response));
    } catch (RejectedExecutionException e) {
      refuse(response, overloaded(), RequestId.of(request));
      async.complete();
    }
  }

  private void serve(AsyncContext async, HttpServletRequest request, HttpServletResponse response) {
    String requestId = RequestId.of(request);
    try {
      response.setHeader(DecisionHeaders.DECISION, requestId);
      answered(request, response, requestId);
    } catch (IOException | UncheckedIOException e) {
      LOGGER.log(Level.FINE, e, () -> "the client of " + requestId + " has gone");
    } finally {
      async.complete();
    }
  }

  private void answered(HttpServletRequest request, HttpServletResponse response, String requestId)
      throws IOException {
    try {
      answer(request, response);
    } catch (ProblemException e) {
      refuse(response, e.problem(), requestId);
    } catch (RuntimeException e) {
      LOGGER.log(Level.SEVERE, e, () -> "request " + requestId + " failed");
      if (!response.isCommitted()) {
        refuse(response, failure(), requestId);
      }
    }
  }

  private static Problem failure() {
    return Problem.of(
        Problem.INTERNAL_ERROR, "internal_error", "The router failed; its log knows the id.");
  }

  private static Problem overloaded() {
    return Problem.of(Problem.UNAVAILABLE, "overloaded", "Too many queries are under way.");
  }
}
