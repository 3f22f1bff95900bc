package io.airouter.persistence;

import io.airouter.cluster.StoredChange;
import io.airouter.cluster.StoredChange.CredentialStored;
import io.airouter.cluster.StoredChange.EndpointStored;
import io.airouter.cluster.StoredChange.KeyStored;
import io.airouter.cluster.StoredChange.ModelStored;
import io.airouter.cluster.StoredChange.PolicyStored;
import io.airouter.cluster.StoredChange.RegistrationStored;
import io.airouter.cluster.StoredChange.SiteStored;
import io.airouter.cluster.StoredChange.UserStored;
import io.airouter.lisp.EidPrefix;
import io.airouter.model.EndpointId;
import io.airouter.model.ModelId;
import java.util.List;
import java.util.Optional;

/** A change as the columns of {@code route_change} hold it. */
record ChangeText(String kind, String subject) {
  static ChangeText of(StoredChange change) {
    return switch (change) {
      case ModelStored c -> new ChangeText("model", c.model().value());
      case EndpointStored c -> new ChangeText("endpoint", c.endpoint().value());
      case PolicyStored _ -> new ChangeText("policy", "");
      case RegistrationStored c -> new ChangeText("registration", text(c.eid()));
      case SiteStored c -> new ChangeText("site", c.name());
      case KeyStored c -> new ChangeText("api_key", c.id());
      case UserStored c -> new ChangeText("user", c.name());
      case CredentialStored c -> new ChangeText("credential", c.name());
    };
  }

  /** Empty for what a later release wrote, of which this one keeps nothing in memory. */
  Optional<StoredChange> toChange() {
    try {
      return read();
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private Optional<StoredChange> read() {
    return switch (kind) {
      case "model" -> Optional.of(new ModelStored(new ModelId(subject)));
      case "endpoint" -> Optional.of(new EndpointStored(new EndpointId(subject)));
      case "policy" -> Optional.of(new PolicyStored());
      case "registration" -> Optional.of(new RegistrationStored(eid(subject)));
      case "site" -> Optional.of(new SiteStored(subject));
      case "api_key" -> Optional.of(new KeyStored(subject));
      case "user" -> Optional.of(new UserStored(subject));
      case "credential" -> Optional.of(new CredentialStored(subject));
      default -> Optional.empty();
    };
  }

  /** The address last, as only it may hold a blank. */
  private static String text(EidPrefix eid) {
    return eid.instanceId() + " " + eid.maskLength() + " " + AddressText.of(eid.address());
  }

  private static EidPrefix eid(String text) {
    List<String> parts = List.of(text.split(" ", 3));
    return new EidPrefix(
        Long.parseLong(parts.get(0)),
        AddressText.parse(parts.get(2)),
        Integer.parseInt(parts.get(1)));
  }
}
