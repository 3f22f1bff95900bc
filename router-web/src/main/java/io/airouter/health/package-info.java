/**
 * Health of the planes, outside the reach of MicroProfile Health: one small web archive, deployed
 * once for each plane. It may use the servlet API and the router's own values. Start with {@link
 * io.airouter.health.PlaneHealth}.
 */
package io.airouter.health;
