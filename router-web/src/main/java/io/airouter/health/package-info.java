/**
 * Health for those who watch the router: MicroProfile checks at {@code /health}, and one small web
 * archive, deployed once for each plane, outside their reach. It may use the boundary and its
 * values. Start with {@link io.airouter.health.PlaneHealthServlet}.
 */
package io.airouter.health;
