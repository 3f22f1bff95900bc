/**
 * The router's HTTP faces: the data path ({@code /route} and the gateway below {@code /v1}) as
 * servlets on virtual threads, the resources below {@code /api/v1} as JAX-RS, and who may call
 * them. Uses the boundary EJBs and the domain's values, never an engine or a row. Start at {@link
 * io.airouter.api.RouteServlet}.
 */
package io.airouter.api;
