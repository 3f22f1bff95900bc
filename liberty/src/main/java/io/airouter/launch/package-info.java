/**
 * The development launcher behind {@code ./mvnw -Prun}: the server and the endpoint simulator as
 * child processes, their start told in plain lines and their end made sure of. It runs in Maven's
 * JVM and uses the JDK only. Start with {@link io.airouter.launch.Launcher}.
 */
package io.airouter.launch;
