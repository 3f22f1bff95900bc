/**
 * What is routed to: models, their endpoints, the workload classes that ask for them, and the
 * catalogue that holds them all as one immutable value. Uses {@code java..} only, opens nothing and
 * knows no protocol. Start at {@link io.airouter.model.Model}, then {@link
 * io.airouter.model.Endpoint}.
 */
package io.airouter.model;
