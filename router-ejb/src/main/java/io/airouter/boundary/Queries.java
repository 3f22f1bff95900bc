package io.airouter.boundary;

import io.airouter.query.ChunkSink;
import io.airouter.query.QueryRouter;
import io.airouter.query.RouteQuery;
import io.airouter.query.RoutedAnswer;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * Routes queries. No transaction and no database on this path: it goes on while PostgreSQL is away.
 * The caller's key was checked before, by the servlet that knows the dialect's own refusal.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@PermitAll
public class Queries {
  @Inject private QueryRouter router;

  /** Decides, calls unless it is a dry run, and answers with all that was decided. */
  public RoutedAnswer route(RouteQuery query) {
    return router.route(query);
  }

  /** The same, handing each chunk on as it comes. */
  public RoutedAnswer stream(RouteQuery query, ChunkSink sink) {
    return router.stream(query, sink);
  }
}
