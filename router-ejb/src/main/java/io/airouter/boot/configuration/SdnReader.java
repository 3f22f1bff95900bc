package io.airouter.boot.configuration;

import io.airouter.model.IpPrefix;
import io.airouter.sdn.AllowedHosts;
import io.airouter.sdn.Controller;
import io.airouter.sdn.ControllerLogin;
import io.airouter.sdn.ControllerName;
import io.airouter.sdn.ControllerType;
import io.airouter.sdn.PublishRules;
import io.airouter.sdn.SdnSettings;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the SDN controllers; no two of them have one name. */
final class SdnReader {
  private final Set<ControllerName> names = new HashSet<>();
  private final List<Controller> controllers = new ArrayList<>();
  private final Section section;

  /** What the controller is called that only the environment tells of. */
  private static final ControllerName LONE = new ControllerName("opendaylight");

  private SdnReader(Section section) {
    this.section = section;
  }

  static SdnConfiguration read(Section root, boolean isProduction) {
    SdnReader reader = new SdnReader(root.section("sdn"));
    reader.section.list("controllers").stream().map(Entry::section).forEach(reader::controller);
    reader.lone();
    return new SdnConfiguration(reader.controllers, reader.settings(isProduction));
  }

  private SdnSettings settings(boolean isProduction) {
    return new SdnSettings(
        new PublishRules(section.get(SdnKeys.MAX_DELETE_PERCENT)),
        hosts(isProduction),
        section.get(SdnKeys.COMPARE_INTERVAL),
        section.get(SdnKeys.TIMEOUT));
  }

  private AllowedHosts hosts(boolean isProduction) {
    Set<String> hosts = new HashSet<>();
    List<IpPrefix> prefixes = new ArrayList<>();
    for (Entry entry : section.list("allowed_hosts")) {
      Optional<String> host = entry.value(SdnKeys.ALLOWED_HOSTS.type());
      host.ifPresent(
          text -> {
            boolean isAddress = text.indexOf('/') >= 0 || Values.literal(text).isPresent();
            if (isAddress) {
              prefixes.add(IpPrefix.parse(text));
            } else {
              hosts.add(text.toLowerCase(Locale.ROOT));
            }
          });
    }
    Set<String> trusted =
        controllers.stream()
            .map(c -> c.url().getHost().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    return new AllowedHosts(trusted, hosts, prefixes, !isProduction);
  }

  private void controller(Section entry) {
    Optional<ControllerName> name = entry.require(SdnKeys.NAME);
    Optional<ControllerType> type = entry.require(SdnKeys.TYPE);
    Optional<URI> url = entry.require(SdnKeys.URL);
    Optional<ControllerLogin> login =
        login(entry.find(SdnKeys.USERNAME), entry.find(SdnKeys.PASSWORD), entry);
    boolean publish = entry.get(SdnKeys.PUBLISH);
    boolean imports = entry.get(SdnKeys.IMPORT);
    Optional<String> trust = entry.find(SdnKeys.CERTIFICATES);
    if (name.isPresent() && !names.add(name.get())) {
      entry.place().refuse("'" + name.get() + "' is not allowed: another controller has this name");
    }
    if (name.isPresent() && type.isPresent() && url.isPresent()) {
      controllers.add(
          new Controller(
              name.get(),
              type.get(),
              url.get(),
              login,
              publish,
              imports,
              trust,
              Controller.Source.CONFIGURED));
    }
  }

  private void lone() {
    Environment environment = section.place().reading().environment();
    Optional<URI> url = environment.find(SdnKeys.LONE_URL);
    Optional<ControllerLogin> login =
        login(
            environment.find(SdnKeys.LONE_USERNAME),
            environment.find(SdnKeys.LONE_PASSWORD),
            section);
    if (url.isPresent() && names.add(LONE)) {
      controllers.add(
          new Controller(
              LONE,
              ControllerType.OPENDAYLIGHT,
              url.get(),
              login,
              true,
              environment.find(SdnKeys.LONE_IMPORT).orElse(false),
              Optional.empty(),
              Controller.Source.CONFIGURED));
    }
  }

  private static Optional<ControllerLogin> login(
      Optional<String> username, Optional<Secret> password, Section entry) {
    if (username.isPresent() != password.isPresent()) {
      entry.place().refuse("username and password go together: give both or none");
    }
    if (username.isEmpty() || password.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new ControllerLogin(username.get(), password.get().reveal()));
    } catch (IllegalArgumentException e) {
      entry.place().refuse(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }
}
