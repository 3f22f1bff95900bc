package io.airouter.launch;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What the launcher reads from the environment, and what it hands on to the server.
 *
 * @param environment the caller's
 * @param project the folder relative paths start from
 * @param liberty the folder of the {@code liberty} module's build output
 */
record LaunchSettings(Map<String, String> environment, Path project, Path liberty) {

  LaunchSettings {
    environment = Map.copyOf(environment);
    project = project.toAbsolutePath().normalize();
    liberty = liberty.toAbsolutePath().normalize();
  }

  boolean production() {
    return "production".equalsIgnoreCase(value("ENVIRONMENT", "development"));
  }

  /** The folder rows and keys are kept in; outside the build output, so that it survives clean. */
  Path data() {
    return project.resolve(value("ROUTER_DATA", "data")).normalize();
  }

  Path serverCommand() {
    return liberty.resolve("liberty/wlp/bin/server");
  }

  Path logs() {
    return liberty.resolve("liberty/wlp/usr/servers/router/logs");
  }

  String bind() {
    return value("ROUTER_BIND", "127.0.0.1");
  }

  String value(String variable, String otherwise) {
    String value = environment.getOrDefault(variable, "").strip();
    return value.isEmpty() ? otherwise : value;
  }

  /**
   * The port a variable names.
   *
   * @throws LaunchException when it is no port
   */
  int port(String variable, int otherwise) {
    String text = value(variable, Integer.toString(otherwise));
    if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > 65535) {
      throw new LaunchException(variable + " is \"" + text + "\", allowed is a port, 1 to 65535");
    }
    return Integer.parseInt(text);
  }

  /** Where a browser or a health check on this machine finds the server. */
  URI server() {
    boolean any = bind().equals("0.0.0.0") || bind().equals("::") || bind().equals("*");
    String host = any ? "127.0.0.1" : bind();
    String shown = host.contains(":") ? "[" + host + "]" : host;
    return URI.create("http://" + shown + ":" + port("ROUTER_HTTP_PORT", 9080) + "/");
  }

  /** The server's environment: the caller's, with what depends on where it was called from. */
  Map<String, String> serverEnvironment() {
    Map<String, String> all = new HashMap<>(environment);
    all.put("JAVA_HOME", System.getProperty("java.home"));
    all.put("ROUTER_DATA", data().toString());
    if (!value("ROUTER_CONFIG", "").isEmpty()) {
      all.put("ROUTER_CONFIG", project.resolve(value("ROUTER_CONFIG", "")).toString());
    }
    String format = value("ROUTER_LOG_FORMAT", production() ? "json" : "text");
    all.put("ROUTER_LOG_FORMAT", format);
    // Liberty speaks before it reads its configuration, and has a word of its own for text.
    all.put("WLP_LOGGING_CONSOLE_FORMAT", format.equals("text") ? "simple" : format);
    return Map.copyOf(all);
  }
}
