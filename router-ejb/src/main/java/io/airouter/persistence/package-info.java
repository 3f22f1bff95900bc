/**
 * Keeps the domain's values in PostgreSQL: the ports' adapters (by JPA, the history's writer by
 * JDBC) and their rows, which nobody else sees. Uses domain values and ports, JPA and JDBC. Start
 * at {@link io.airouter.persistence.JpaCatalogueStore}; the tables are in the db module's {@code
 * V1__router.sql}.
 */
package io.airouter.persistence;
