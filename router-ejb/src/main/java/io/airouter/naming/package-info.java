/**
 * The service registry: which DNS names stand for which instances, as one immutable value. Uses
 * {@code java..} and the DNS values only. Start at {@link io.airouter.naming.ServiceRegistry}.
 */
package io.airouter.naming;
