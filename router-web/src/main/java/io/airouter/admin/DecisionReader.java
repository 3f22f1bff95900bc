package io.airouter.admin;

import io.airouter.admin.DecisionView.Analysis;
import io.airouter.admin.DecisionView.Asked;
import io.airouter.admin.DecisionView.AttemptRow;
import io.airouter.admin.DecisionView.CandidateRow;
import io.airouter.admin.DecisionView.Instance;
import io.airouter.admin.DecisionView.MappingView;
import io.airouter.admin.DecisionView.Rloc;
import io.airouter.admin.DecisionView.ScoreBar;
import io.airouter.admin.DecisionView.Selected;
import io.airouter.admin.DecisionView.ServiceView;
import io.airouter.admin.DecisionView.StepRow;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the view of a decision from its JSON. */
final class DecisionReader {
  private static final String OK = "ok";

  private DecisionReader() {}

  /**
   * Reads a decision as the history keeps it.
   *
   * @throws jakarta.json.JsonException if the text is not JSON
   */
  static DecisionView read(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return read(reader.readObject());
    }
  }

  static DecisionView read(JsonObject json) {
    JsonFields decision = new JsonFields(json);
    JsonFields selected = decision.nested("selected");
    return new DecisionView(
        asked(decision),
        analysis(decision.nested("query_analysis")),
        decision.list("candidates").stream()
            .map(candidate -> candidate(candidate, selected.text("model")))
            .toList(),
        decision.has("selected") ? Optional.of(selected(selected)) : Optional.empty(),
        decision.text("routing_method"),
        Figures.percent(decision.number("confidence_score")),
        mapping(decision.nested("lisp_routing")),
        service(decision.nested("dns_routing")),
        attempts(decision.list("attempts")),
        decision.list("steps").stream().map(DecisionReader::step).toList());
  }

  private static Asked asked(JsonFields decision) {
    return new Asked(
        decision.text("request_id"),
        time(decision.text("at")),
        decision.text("face"),
        decision.text("caller"),
        decision.text("source_eid"),
        decision.text("workload_class"),
        decision.textIfAny("preferred_model").orElse("auto"),
        decision.flag("dry_run"),
        decision.whole("table_version"));
  }

  private static String time(String instant) {
    try {
      return Figures.dayAndTime(Instant.parse(instant)) + " UTC";
    } catch (DateTimeParseException e) {
      return instant;
    }
  }

  private static Analysis analysis(JsonFields analysis) {
    return new Analysis(
        analysis.text("query_type").replace('_', ' '),
        Figures.score(analysis.number("complexity")),
        analysis.text("priority"),
        analysis.whole("estimated_input_tokens"),
        analysis.whole("estimated_output_tokens"),
        Figures.percent(analysis.number("confidence")),
        analysis.texts("signals"));
  }

  private static CandidateRow candidate(JsonFields candidate, String selectedModel) {
    JsonFields scores = candidate.nested("scores");
    boolean eligible = candidate.flag("eligible");
    return new CandidateRow(
        candidate.text("model"),
        eligible,
        candidate.text("model").equals(selectedModel),
        eligible ? Figures.score(candidate.number("score")) : Figures.NONE,
        List.of(
            bar("Capability", scores.number("capability")),
            bar("Load", scores.number("load")),
            bar("Cost", scores.number("cost")),
            bar("Response time", scores.number("response_time"))),
        Figures.money(candidate.decimal("estimated_cost")),
        millis(candidate.number("estimated_response_time_ms")),
        candidate.text("reason"));
  }

  private static ScoreBar bar(String criterion, double score) {
    return new ScoreBar(
        criterion, Figures.score(score), (int) Math.round(100 * Math.clamp(score, 0, 1)));
  }

  private static Selected selected(JsonFields selected) {
    return new Selected(
        selected.text("model"),
        selected.text("endpoint"),
        selected.text("authority"),
        selected.text("origin"),
        selected.whole("priority"),
        selected.whole("weight"),
        Figures.score(selected.number("score")),
        selected.text("reasoning"));
  }

  private static MappingView mapping(JsonFields lisp) {
    return new MappingView(
        lisp.text("eid"),
        lisp.textIfAny("eid_prefix"),
        lisp.text("origin"),
        lisp.list("locators").stream()
            .map(l -> new Rloc(l.text("rloc"), l.whole("priority"), l.whole("weight")))
            .toList());
  }

  private static ServiceView service(JsonFields dns) {
    return new ServiceView(
        dns.text("name"),
        dns.flag("found"),
        dns.list("instances").stream().map(DecisionReader::instance).toList());
  }

  private static Instance instance(JsonFields instance) {
    return new Instance(
        instance.text("endpoint"),
        String.join(", ", instance.texts("addresses")),
        instance.whole("priority"),
        instance.whole("weight"));
  }

  private static List<AttemptRow> attempts(List<JsonFields> attempts) {
    List<AttemptRow> rows = new ArrayList<>();
    for (JsonFields attempt : attempts) {
      rows.add(attempt(attempt, rows.size() + 1));
    }
    return rows;
  }

  private static AttemptRow attempt(JsonFields attempt, int number) {
    String outcome = attempt.text("outcome");
    long status = attempt.whole("status");
    return new AttemptRow(
        number,
        attempt.text("model"),
        attempt.text("endpoint"),
        attempt.text("authority"),
        outcome.equals(OK),
        OutcomeMark.ofAttempt(outcome),
        status == 0 ? "" : "HTTP " + status,
        attempt.number("duration_ms"),
        attempt.text("detail"));
  }

  private static StepRow step(JsonFields step) {
    String name = step.text("step");
    String label =
        switch (name) {
          case "lisp" -> "LISP mapping";
          case "dns" -> "DNS registry";
          default -> capital(name);
        };
    return new StepRow(name, label, step.number("duration_ms"));
  }

  private static String millis(double millis) {
    return millis == 0 ? Figures.NONE : Figures.millis(millis);
  }

  private static String capital(String word) {
    return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
