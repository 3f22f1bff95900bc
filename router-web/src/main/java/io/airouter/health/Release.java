package io.airouter.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Which release is running, as the build wrote it into this archive. Nothing outside the archive
 * can overrule it: an upgrade is only done once the new name is answered, whatever was unpacked
 * where.
 */
@ApplicationScoped
public class Release {
  private static final String FILE = "release.properties";
  private final String name = read();

  /** Such as 0.1.0. */
  public String name() {
    return name;
  }

  private static String read() {
    try (InputStream file = Release.class.getResourceAsStream(FILE)) {
      Properties properties = new Properties();
      properties.load(file);
      return properties.getProperty("release");
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
  }
}
