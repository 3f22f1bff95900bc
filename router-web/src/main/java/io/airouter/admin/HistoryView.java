package io.airouter.admin;

import io.airouter.api.HistoryParameters;
import io.airouter.api.Problem;
import io.airouter.api.ProblemException;
import io.airouter.boundary.Catalogue;
import io.airouter.boundary.History;
import io.airouter.boundary.HistoryUnavailableException;
import io.airouter.boundary.SearchTooLongException;
import io.airouter.history.HistoryFilter;
import io.airouter.history.HistoryPage;
import io.airouter.history.HistoryQuery;
import io.airouter.history.OutcomeGroup;
import io.airouter.model.QueryType;
import io.airouter.model.WorkloadClass;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The History page: the entries that the filter in the URL lets through, a page at a time. It holds
 * nothing between two requests; a live update asks for the same URL again.
 */
@Named
@RequestScoped
public class HistoryView {
  private static final int ROWS = 50;

  /** Beyond so many, "and more" is as good as a number, and much cheaper. */
  private static final int COUNTED = 1_000;

  /** Instead of a number that takes too long to count. */
  private static final String MANY = "many";

  /** The URL's parameter of the page, which the table's links leave out. */
  private static final String PLACE = "page";

  private static final List<String> RANGES = List.of("15m", "1h", "6h", "24h", "7d", "30d");

  @Inject private History history;
  @Inject private Catalogue catalogue;
  @Inject private InstantSource clock;
  @Inject private DatabaseAway away;

  private TableRequest asked;
  private Instant now = Instant.EPOCH;
  private HistoryPage page = new HistoryPage(List.of(), Optional.empty());
  private String matching = "0";
  private String failed = "0";
  private String problem = "";
  private boolean readable = true;

  /** Reads all that is shown. */
  @PostConstruct
  void read() {
    now = clock.instant();
    asked = TableRequest.ofPage("-time");
    HistoryParameters parameters = new HistoryParameters(asked.parameters(), now);
    try {
      HistoryFilter filter = parameters.filter();
      page =
          history.page(new HistoryQuery(filter, parameters.order(), parameters.after(PLACE), ROWS));
      matching = counted(filter);
      failed = filter.outcome().isPresent() ? "0" : counted(failuresOf(filter));
    } catch (ProblemException e) {
      problem = problem(e.problem());
    } catch (SearchTooLongException e) {
      problem = "This search takes too long. Choose a shorter time range, or sort by time.";
    } catch (HistoryUnavailableException e) {
      readable = false;
    }
  }

  /** A page that was found is shown, also where counting all of them takes too long. */
  private String counted(HistoryFilter filter) {
    try {
      long count = history.count(filter, COUNTED);
      return Figures.count(count) + (count == COUNTED ? "+" : "");
    } catch (SearchTooLongException e) {
      return MANY;
    }
  }

  private static HistoryFilter failuresOf(HistoryFilter filter) {
    return new HistoryFilter(
        filter.from(),
        filter.to(),
        filter.model(),
        filter.endpoint(),
        filter.workloadClass(),
        filter.queryType(),
        filter.caller(),
        Optional.of(OutcomeGroup.FAILED),
        filter.text());
  }

  private static String problem(Problem refused) {
    return "This filter is not understood: " + refused.detail();
  }

  public TableRequest getAsked() {
    return asked;
  }

  public List<RoutedRow> getRows() {
    return page.entries().stream().map(RoutedRow::of).toList();
  }

  public boolean isFilled() {
    return !page.entries().isEmpty();
  }

  /** How many match, {@code 1,000+} where it was not counted to the end. */
  public String getMatching() {
    return matching;
  }

  /** How many of them failed; empty where none did, or where the filter asks for an outcome. */
  public String getFailed() {
    return failed.equals("0") ? "" : failed;
  }

  public String getFailedLink() {
    return asked.link("outcome", OutcomeGroup.FAILED.word());
  }

  public boolean isFirstPage() {
    return asked.filter(PLACE).isEmpty();
  }

  public String getFirstLink() {
    String query = asked.query();
    return query.isEmpty() ? "?" : query;
  }

  /** Empty on the last page. */
  public String getNextLink() {
    return page.next().map(next -> asked.link(PLACE, next.text())).orElse("");
  }

  /** New entries change only the first page of a stretch that has not ended. */
  public boolean isLive() {
    return isFirstPage() && asked.filter("to").isEmpty() && problem.isEmpty();
  }

  public String getProblem() {
    return problem;
  }

  public boolean isReadable() {
    return readable;
  }

  public DatabaseAway getAway() {
    return away;
  }

  public String getUpdatedAt() {
    return Figures.timeOfDay(now);
  }

  /** The filters that are chosen from a list. */
  public List<FilterChoices> getFilters() {
    var routed = catalogue.snapshot().catalogue();
    return List.of(
        choices("range", "Last", "any time", RANGES.stream()),
        choices("outcome", "Outcome", "any", words(OutcomeGroup.values(), OutcomeGroup::word)),
        choices("model", "Model", "any", routed.models().stream().map(m -> m.id().value())),
        choices(
            "endpoint", "Endpoint", "any", routed.endpoints().stream().map(e -> e.id().value())),
        choices("class", "Class", "any", routed.classes().stream().map(WorkloadClass::name)),
        choices("type", "Type", "any", words(QueryType.values(), QueryType::word)));
  }

  private FilterChoices choices(
      String parameter, String label, String none, Stream<String> values) {
    return new FilterChoices(
        parameter, label, none, FilterChoices.of(values, asked.filter(parameter)));
  }

  private static <T> Stream<String> words(T[] values, Function<T, String> word) {
    return Arrays.stream(values).map(word);
  }
}
