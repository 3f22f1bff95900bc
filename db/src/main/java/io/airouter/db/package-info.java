/**
 * The router's database as the server sees it: a data source that starts embedded PostgreSQL or
 * opens the outside one, migrates it, and then hands out connections. It lies beside the EAR, so it
 * may use the JDBC driver, Flyway and the embedded binaries, and nothing of the router. Start with
 * {@link io.airouter.db.RouterDataSource}.
 */
package io.airouter.db;
