/**
 * The query engine: analyses a query, ranks the models, looks the chosen one up in the mapping
 * database and the service registry, chooses an endpoint, calls it through the {@code Upstream}
 * port, and falls back until one answers or none is left. Uses model, table, access and history,
 * and no network of its own. Start at {@link io.airouter.query.QueryRouter}.
 */
package io.airouter.query;
