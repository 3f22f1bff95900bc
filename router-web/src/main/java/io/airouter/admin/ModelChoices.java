package io.airouter.admin;

import io.airouter.model.AdminState;
import io.airouter.model.Capability;
import io.airouter.model.Dialect;
import io.airouter.model.QueryType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;

/** The words that the fields of a model and its endpoints may hold. */
@Named
@ApplicationScoped
public class ModelChoices {
  static final List<String> QUERY_TYPES =
      Arrays.stream(QueryType.values()).map(QueryType::word).toList();

  public List<String> getQueryTypes() {
    return QUERY_TYPES;
  }

  public List<String> getDialects() {
    return Arrays.stream(Dialect.values()).map(Dialect::word).toList();
  }

  public List<String> getCapabilities() {
    return Arrays.stream(Capability.values()).map(Capability::word).toList();
  }

  public List<String> getStates() {
    return Arrays.stream(AdminState.values()).map(AdminState::word).toList();
  }

  public List<String> getTruths() {
    return List.of("true", "false");
  }

  public List<String> getSchemes() {
    return List.of("http", "https");
  }
}
