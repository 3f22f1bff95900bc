package io.airouter.persistence;

import io.airouter.model.Capability;
import io.airouter.model.Dialect;
import io.airouter.model.Model;
import io.airouter.model.ModelId;
import io.airouter.model.ModelLimits;
import io.airouter.model.Price;
import io.airouter.model.QueryType;
import io.airouter.model.RegistrationDefaults;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A row of {@code model} with its rows of {@code model_capability}. */
@Entity
@Table(name = "model")
class ModelRow {
  @Id private String id;
  private String name;
  private String dialect;

  @Column(name = "upstream_name")
  private String upstreamName;

  @Column(name = "context_window")
  private int contextWindow;

  @Column(name = "max_tokens")
  private int maxTokens;

  @Column(name = "price_input")
  private BigDecimal priceInput;

  @Column(name = "price_output")
  private BigDecimal priceOutput;

  @Column(name = "price_cached_input")
  private BigDecimal priceCachedInput;

  @Column(name = "requests_per_minute")
  private Long requestsPerMinute;

  @Column(name = "tokens_per_minute")
  private Long tokensPerMinute;

  @Column(name = "service_eid")
  private String serviceEid;

  @Column(name = "registration_scheme")
  private String registrationScheme;

  @Column(name = "registration_port")
  private int registrationPort;

  @Column(name = "registration_path")
  private String registrationPath;

  private boolean enabled;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "model_capability", joinColumns = @JoinColumn(name = "model_id"))
  @MapKeyColumn(name = "query_type")
  @Column(name = "capability")
  private Map<String, String> capabilities = new HashMap<>();

  protected ModelRow() {}

  static ModelRow of(Model model) {
    ModelRow row = new ModelRow();
    row.id = model.id().value();
    row.name = model.name();
    row.dialect = Words.word(model.dialect());
    row.upstreamName = model.upstreamName();
    row.contextWindow = model.contextWindow();
    row.maxTokens = model.maxTokens();
    row.priceInput = model.price().input();
    row.priceOutput = model.price().output();
    row.priceCachedInput = model.price().cachedInput();
    row.requestsPerMinute = limit(model.limits().requestsPerMinute());
    row.tokensPerMinute = limit(model.limits().tokensPerMinute());
    row.serviceEid = model.serviceEid().getHostAddress();
    row.registrationScheme = model.registration().scheme();
    row.registrationPort = model.registration().port();
    row.registrationPath = model.registration().path();
    row.enabled = model.enabled();
    model
        .capabilities()
        .forEach((type, grade) -> row.capabilities.put(Words.word(type), Words.word(grade)));
    return row;
  }

  Model toModel() {
    Map<QueryType, Capability> grades = new EnumMap<>(QueryType.class);
    capabilities.forEach(
        (type, grade) ->
            grades.put(Words.value(QueryType.class, type), Words.value(Capability.class, grade)));
    return new Model(
        new ModelId(id),
        name,
        Words.value(Dialect.class, dialect),
        upstreamName,
        contextWindow,
        maxTokens,
        new Price(priceInput, priceOutput, priceCachedInput),
        grades,
        new ModelLimits(limit(requestsPerMinute), limit(tokensPerMinute)),
        InetAddress.ofLiteral(serviceEid),
        new RegistrationDefaults(registrationScheme, registrationPort, registrationPath),
        enabled);
  }

  private static Long limit(long perMinute) {
    return perMinute == ModelLimits.UNLIMITED ? null : Long.valueOf(perMinute);
  }

  private static long limit(Long perMinute) {
    return Optional.ofNullable(perMinute).orElse(ModelLimits.UNLIMITED);
  }
}
