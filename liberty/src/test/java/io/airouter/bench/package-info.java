/**
 * What the router costs: a server and an endpoint simulator in processes of their own, bounded
 * loads on loopback, and a table of the server's CPU time. Uses only the JDK and starts what the
 * build made; no test runs it. Start at {@link io.airouter.bench.RouterBenchmark}.
 */
package io.airouter.bench;
