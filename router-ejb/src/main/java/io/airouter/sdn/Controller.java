package io.airouter.sdn;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/**
 * An SDN controller that the router publishes its models' mappings to, or learns registrations
 * from.
 *
 * @param url where its RESTCONF root is, such as {@code https://odl.example:8443/rests}; with no
 *     path the usual root is tried
 * @param login empty where it asks for none
 * @param publish whether the mappings of models are kept up to date there
 * @param imports whether what xTRs registered there becomes endpoints of models
 * @param trust the certificates that it may be signed by, in PEM, in place of those the JVM trusts
 */
public record Controller(
    ControllerName name,
    ControllerType type,
    URI url,
    Optional<ControllerLogin> login,
    boolean publish,
    boolean imports,
    Optional<String> trust,
    Source source) {
  private static final int MAX_URL = 500;

  /** Who says that there is this controller. */
  public enum Source {
    /** The file router.yaml; it is changed there. */
    CONFIGURED,
    /** An operator, by UI or API. */
    MADE;

    public String word() {
      return this == CONFIGURED ? "configured" : "made";
    }
  }

  public Controller {
    Objects.requireNonNull(name);
    Objects.requireNonNull(type);
    Objects.requireNonNull(login);
    Objects.requireNonNull(trust);
    Objects.requireNonNull(source);
    url = checked(url);
  }

  /** Whether the password would travel readable by all. */
  public boolean isInTheClear() {
    return url.getScheme().equals("http");
  }

  /**
   * Reads a controller's address.
   *
   * @throws IllegalArgumentException where it is not {@code http(s)://host[:port][/path]}
   */
  public static URI url(String text) {
    try {
      return checked(URI.create(text.strip()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("a URL is http(s)://host[:port][/path]", e);
    }
  }

  private static URI checked(URI url) {
    String scheme = String.valueOf(url.getScheme());
    boolean isWeb = scheme.equals("http") || scheme.equals("https");
    boolean isBare =
        url.getRawQuery() == null && url.getRawFragment() == null && url.getRawUserInfo() == null;
    boolean hasPort = url.getPort() != 0 && url.getPort() <= 65_535;
    if (!isWeb
        || url.getHost() == null
        || !isBare
        || !hasPort
        || url.toString().length() > MAX_URL) {
      throw new IllegalArgumentException(
          "a controller's URL is http(s)://host[:port][/path], without user, query and fragment");
    }
    return url;
  }
}
