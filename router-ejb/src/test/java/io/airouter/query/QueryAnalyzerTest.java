package io.airouter.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.airouter.model.Priority;
import io.airouter.model.QueryType;
import jakarta.json.Json;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryAnalyzerTest {
  private final QueryAnalyzer analyzer = new QueryAnalyzer();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          simple_qa         | What is the capital of France?
          simple_qa         | Who wrote Hamlet?
          simple_qa         | When was the Eiffel Tower built?
          simple_qa         | How old is the universe?
          simple_qa         | Where is Mount Kilimanjaro?
          code_generation   | Write a Python function that reverses a linked list
          code_generation   | Refactor this Java class to use records
          code_generation   | Why does this code throw a NullPointerException? Here is the stack trace
          code_generation   | Implement binary search in Rust with unit tests
          code_generation   | Give me a SQL query that joins orders and customers
          code_generation   | fix: for (int i = 0; i < n; i++) { sum(i); } return; { }
          creative_writing  | Write a poem about autumn rain
          creative_writing  | Tell me a short story about a lonely robot
          creative_writing  | Compose a haiku on the sea
          creative_writing  | Invent a slogan for a coffee shop
          data_analysis     | Find outliers in this dataset of daily sales
          data_analysis     | Load the csv and plot a histogram of the revenue column
          data_analysis     | Is there a correlation between temperature and churn?
          data_analysis     | Forecast the quarterly metrics from this time series
          summarization     | Summarize the following article in three sentences
          summarization     | tl;dr of this email thread please
          summarization     | Give me the key points of the meeting notes below
          summarization     | Condense this report to an executive summary
          translation       | Translate 'good morning' into French
          translation       | How do you say thank you in Japanese?
          translation       | Please translate this paragraph to German
          math_computation  | Calculate the integral of x^2 from 0 to 3
          math_computation  | What is 12 * 7 + 5?
          math_computation  | Solve the quadratic equation x^2 - 5x + 6 = 0
          math_computation  | Compute the square root of 1764
          complex_reasoning | Compare and contrast microservices and monoliths, with trade-offs
          complex_reasoning | Explain step by step why the French Revolution happened
          complex_reasoning | Analyze the implications of a universal basic income
          complex_reasoning | Evaluate the pros and cons of nuclear energy and recommend a strategy
          complex_reasoning | Explain how TCP congestion control works and why
          general           | Hello there
          general           | Thanks, that was helpful
          """)
  void knowsTheTypeOf(String type, String prompt) {
    assertThat(analyze(prompt).type().word()).isEqualTo(type);
  }

  @Test
  void aHarderQuestionIsMoreComplex() {
    double easy = analyze("What is the capital of France?").complexity();
    double hard =
        analyze(
                "Design a distributed, scalable architecture for payments. Compare at least three"
                    + " options, justify the trade-offs, and prove that no payment is lost.")
            .complexity();
    assertThat(easy).isLessThan(0.2);
    assertThat(hard).isGreaterThan(0.7);
  }

  @Test
  void aCertainTypeGetsMoreConfidenceThanNone() {
    assertThat(analyze("Translate this sentence into French").confidence())
        .isGreaterThan(analyze("Hello there").confidence());
  }

  @Test
  void signalsTellWhatSpokeForTheType() {
    assertThat(analyze("Write a poem").signals())
        .anySatisfy(s -> assertThat(s).isEqualTo("\"poem\" (creative_writing)"));
  }

  @Test
  void theCallersPriorityHoldsWhateverThePromptSays() {
    RouteQuery query = new Fleet.Asking("urgent, asap!").with(Priority.LOW).query();
    assertThat(analyzer.analyze(query, Priority.MEDIUM).priority()).isEqualTo(Priority.LOW);
  }

  @Test
  void anUrgentPromptRaisesTheClassDefault() {
    QueryAnalysis analysis = analyze("I need this asap: what is DNS?");
    assertThat(analysis.priority()).isEqualTo(Priority.HIGH);
    assertThat(analysis.signals()).anyMatch(s -> s.contains("raised to high"));
  }

  @Test
  void withoutAWordTheClassDefaultHolds() {
    assertThat(analyzer.analyze(Fleet.query("What is DNS?"), Priority.LOW).priority())
        .isEqualTo(Priority.LOW);
  }

  @Test
  void tokensAreAboutAQuarterOfTheCharacters() {
    assertThat(analyze("abcd".repeat(1000)).estimatedInputTokens()).isBetween(1000, 1010);
  }

  @Test
  void theAnswerIsNotExpectedLongerThanTheCallerAllows() {
    RouteQuery open = Fleet.query("Write a Python class");
    RouteQuery capped =
        new RouteQuery(
            open.requestId(),
            open.prompt(),
            Json.createObjectBuilder(open.chat()).add("max_tokens", 7).build(),
            open.context(),
            open.priority(),
            open.sourceEid(),
            open.preferredModel(),
            false,
            false,
            open.caller(),
            Face.CHAT);
    assertThat(analyzer.analyze(capped, Priority.MEDIUM).estimatedOutputTokens()).isEqualTo(7);
  }

  @Test
  void aMegabyteIsReadAtHeadAndTail() {
    String book = "Summarize this text. " + "It rained on and on, said the ox. ".repeat(60_000);
    QueryAnalysis analysis = analyze(book);
    assertThat(analysis.type()).isEqualTo(QueryType.SUMMARIZATION);
    assertThat(analysis.estimatedInputTokens()).isGreaterThan(400_000);
  }

  @Test
  void odditiesAreNoErrors() {
    for (String odd :
        new String[] {"", " ", "?", "\u0000", "ﬃ\uD800", "+".repeat(50_000), "İıẞ", "c+++++"}) {
      assertThat(analyze(odd).signals()).isNotNull();
    }
    assertThat(analyze("WHAT IS THE CAPITAL OF FRANCE?".toUpperCase(Locale.ROOT)).type())
        .isEqualTo(QueryType.SIMPLE_QA);
  }

  private QueryAnalysis analyze(String prompt) {
    return analyzer.analyze(Fleet.query(prompt), Priority.MEDIUM);
  }
}
