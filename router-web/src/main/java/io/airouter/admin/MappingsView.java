package io.airouter.admin;

import io.airouter.boundary.Mappings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The mapping database as a table, and the entry that answers an EID ({@code ?eid=}). */
@Named
@RequestScoped
public class MappingsView {
  private static final Map<String, Comparator<MappingRow>> COLUMNS =
      Map.of(
          "eid", Comparator.comparing(MappingRow::eid),
          "model", Comparator.comparing(MappingRow::model),
          "state", Comparator.comparingInt(row -> row.mark().urgency()),
          "origin", Comparator.comparing(MappingRow::origin),
          "age", Comparator.comparing((MappingRow row) -> row.view().mapping().since()).reversed(),
          "ttl", Comparator.comparingLong(row -> row.view().mapping().ttlMinutes()),
          "left", Comparator.comparing(row -> row.view().expiresAt().orElse(Instant.MAX)));

  @Inject private Mappings mappings;
  @Inject private InstantSource clock;

  private TablePage<MappingRow> table;
  private EidAnswerView answer;

  /** Reads what the address asks for. */
  @PostConstruct
  void read() {
    TableRequest request = TableRequest.ofPage("state");
    Instant now = clock.instant();
    List<MappingRow> rows =
        mappings.mappings().stream().map(view -> MappingRow.of(view, now)).toList();
    table = TablePage.of(rows, request, COLUMNS, row -> row.view().text());
    answer = EidAnswerView.of(request.filter("eid"), mappings, clock);
  }

  public TablePage<MappingRow> getTable() {
    return table;
  }

  public EidAnswerView getAnswer() {
    return answer;
  }
}
