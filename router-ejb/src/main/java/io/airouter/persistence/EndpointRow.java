package io.airouter.persistence;

import io.airouter.model.AdminState;
import io.airouter.model.Endpoint;
import io.airouter.model.EndpointId;
import io.airouter.model.Health;
import io.airouter.model.ModelId;
import io.airouter.model.Origin;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** A row of {@code endpoint}: an endpoint's configuration, without its health. */
@Entity
@Table(name = "endpoint")
class EndpointRow {
  @Id private String id;

  @Column(name = "model_id")
  private String modelId;

  @Column(name = "base_url")
  private String baseUrl;

  private int priority;
  private int weight;
  private String credential;
  private String origin;

  @Column(name = "admin_state")
  private String adminState;

  protected EndpointRow() {}

  static EndpointRow of(Endpoint endpoint) {
    EndpointRow row = new EndpointRow();
    row.id = endpoint.id().value();
    row.modelId = endpoint.model().value();
    row.baseUrl = endpoint.baseUrl().toString();
    row.priority = endpoint.priority();
    row.weight = endpoint.weight();
    row.credential = endpoint.credential().orElse(null);
    row.origin = Words.word(endpoint.origin());
    row.adminState = Words.word(endpoint.adminState());
    return row;
  }

  Endpoint toEndpoint() {
    return new Endpoint(
            new EndpointId(id),
            new ModelId(modelId),
            URI.create(baseUrl),
            List.of(),
            priority,
            weight,
            Optional.ofNullable(credential),
            Words.value(Origin.class, origin),
            Words.value(AdminState.class, adminState),
            Health.UNKNOWN)
        .unchecked();
  }
}
