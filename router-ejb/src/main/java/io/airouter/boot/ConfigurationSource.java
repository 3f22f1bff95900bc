package io.airouter.boot;

import io.airouter.boot.configuration.ConfigurationError;
import io.airouter.boot.configuration.ConfigurationException;
import io.airouter.boot.configuration.ConfigurationLoader;
import io.airouter.boot.configuration.RouterConfiguration;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Reads the configuration once; a wrong one ends the server with every error in a line of its own.
 */
@Dependent
public class ConfigurationSource {
  /** Set by server.xml to the file in the server's own folder. */
  private static final String DEFAULT_FILE = "router.default.config";

  @Produces
  @Singleton
  RouterConfiguration configuration() {
    Path defaultFile = Path.of(ConfigProvider.getConfig().getValue(DEFAULT_FILE, String.class));
    try {
      return ConfigurationLoader.load(System.getenv(), defaultFile);
    } catch (ConfigurationException e) {
      throw ServerExit.refuse(
          ServerExit.BAD_CONFIGURATION,
          "the configuration has errors",
          e.errors().stream().map(ConfigurationError::toString).toList());
    }
  }
}
