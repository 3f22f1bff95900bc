package io.airouter.admin;

import io.airouter.boundary.DatabaseUnavailableException;
import io.airouter.boundary.SdnControllers;
import io.airouter.sdn.ControllerType;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** All SDN controllers, the unhealthy first. */
@Named
@RequestScoped
public class SdnView {
  private static final Map<String, Comparator<SdnRow>> COLUMNS =
      Map.of(
          "state", Comparator.comparingInt((SdnRow row) -> row.mark().urgency()),
          "name", Comparator.comparing(SdnRow::name),
          "lag", Comparator.comparingLong(SdnRow::lag),
          "drift", Comparator.comparingLong(SdnRow::drifted));

  @Inject private SdnControllers controllers;
  @Inject private InstantSource clock;

  private TablePage<SdnRow> table = rows(List.of());
  private String problem = "";

  /** Reads what the node that works on controllers kept. */
  @PostConstruct
  void read() {
    try {
      Instant now = clock.instant();
      table = rows(controllers.controllers().stream().map(v -> SdnRow.of(v, now)).toList());
    } catch (DatabaseUnavailableException e) {
      problem = "The state of controllers cannot be read: the database does not answer.";
    }
  }

  private static TablePage<SdnRow> rows(List<SdnRow> all) {
    return TablePage.of(all, TableRequest.ofPage("state"), COLUMNS, SdnRow::text);
  }

  public TablePage<SdnRow> getTable() {
    return table;
  }

  public String getProblem() {
    return problem;
  }

  public List<String> getTypes() {
    return ControllerType.words();
  }
}
