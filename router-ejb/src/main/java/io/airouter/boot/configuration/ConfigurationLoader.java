package io.airouter.boot.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads router.yaml and the environment into one {@link RouterConfiguration}, or tells everything
 * that is wrong with them. Stateless.
 */
public final class ConfigurationLoader {
  private static final int MAX_OCTETS = YamlDocument.MAX_CHARACTERS;

  private ConfigurationLoader() {}

  /**
   * Reads the file that ROUTER_CONFIG names, else the default file.
   *
   * @throws ConfigurationException with all errors
   */
  public static RouterConfiguration load(Map<String, String> environment, Path defaultFile) {
    Findings findings = new Findings(Findings.ENVIRONMENT);
    Path file = new Environment(environment, findings).find(SettingKeys.CONFIG).orElse(defaultFile);
    findings.throwIfAny();
    return read(file.toString(), text(file), environment);
  }

  /**
   * Reads a file's text.
   *
   * @param fileName for errors
   * @throws ConfigurationException with all errors
   */
  public static RouterConfiguration read(
      String fileName, String text, Map<String, String> environment) {
    Findings findings = new Findings(fileName);
    Node node = YamlDocument.compose(text, findings).orElse(YamlDocument.NOTHING);
    findings.throwIfAny();
    Reading reading = new Reading(findings, new Environment(environment, findings), KnownKeys.ALL);
    Section root = new Entry(reading, node, 1, "", "").section();
    return configuration(root, reading);
  }

  private static RouterConfiguration configuration(Section root, Reading reading) {
    SettingsReader settings = new SettingsReader(root, reading);
    DeploymentSettings deployment = settings.deployment();
    ServerSettings server = settings.server();
    Credentials credentials = Credentials.of(root);
    CatalogueReader routed = new CatalogueReader(root, credentials);
    LispSettings lisp = settings.lisp(SiteReader.sites(root.section("lisp")));
    DnsSettings dns = settings.dns();
    MonitoringSettings monitoring = settings.monitoring();
    SecuritySettings security = settings.security(deployment);
    LoggingSettings logging = settings.logging(deployment, server);
    SdnConfiguration sdn = SdnReader.read(root, deployment.isProduction());
    AlertSettings alerts = AlertReader.alerts(root);
    new ProductionRules(root, reading).check(server, security, routed.endpoints());
    reading.findings().throwIfAny();
    return new RouterConfiguration(
        deployment,
        server,
        lisp,
        dns,
        routed.catalogue(),
        credentials.secrets(),
        monitoring,
        security,
        logging,
        sdn,
        alerts,
        reading.findings().warnings());
  }

  private static String text(Path file) {
    try (InputStream stream = Files.newInputStream(file)) {
      byte[] octets = stream.readNBytes(MAX_OCTETS + 1);
      if (octets.length > MAX_OCTETS) {
        throw refused(file, "is larger than " + MAX_OCTETS + " octets");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
    } catch (CharacterCodingException e) {
      throw refused(file, "is not UTF-8");
    } catch (IOException e) {
      throw refused(
          file, "cannot be read (" + e.getClass().getSimpleName() + "); ROUTER_CONFIG names it");
    }
  }

  private static ConfigurationException refused(Path file, String message) {
    return new ConfigurationException(
        List.of(new ConfigurationError(file.toString(), 0, "", message)));
  }
}
