package io.airouter.query;

import io.airouter.model.QueryType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * English words and phrases that speak for a {@link QueryType}, and how strongly: 3 says it nearly
 * alone, 1 only leans. Phrases have at most three words, so that a text is matched in one pass by
 * looking up each run of one, two and three words.
 */
final class Lexicon {
  static final int LONGEST_PHRASE = 3;

  private static final int STRONG = 3;
  private static final int FAIR = 2;
  private static final int WEAK = 1;

  /** One entry's meaning. */
  record Sense(QueryType type, int weight) {}

  private final Map<String, List<Sense>> senses = new HashMap<>();

  static Lexicon english() {
    Lexicon lexicon = new Lexicon();
    lexicon.addCodeAndMath();
    lexicon.addReasoningAndAnalysis();
    lexicon.addWritingAndLanguage();
    lexicon.addQuestions();
    return lexicon;
  }

  /** What that word or phrase, in lower case, speaks for; empty for most. */
  List<Sense> senses(String phrase) {
    return senses.getOrDefault(phrase, List.of());
  }

  private void add(QueryType type, int weight, String commaSeparated) {
    for (String phrase : commaSeparated.replace('\n', ' ').split(",", -1)) {
      if (!phrase.isBlank()) {
        senses
            .computeIfAbsent(phrase.strip(), key -> new ArrayList<>())
            .add(new Sense(type, weight));
      }
    }
  }

  private void addCodeAndMath() {
    QueryType code = QueryType.CODE_GENERATION;
    add(
        code,
        STRONG,
        """
        python, javascript, typescript, rust, golang, kotlin, c++, sql query, regex, unit test,
        unit tests, refactor, debug, stack trace, bash script, shell script, dockerfile, api endpoint,
        write code, source code, pull request, compile error, java, sql, html, css, react\
        """);
    add(
        code,
        FAIR,
        """
        code, function, class, method, algorithm, script, program, compile, bug, exception, api,
        implement, library, framework, repository, query the database, data structure, linked list,
        binary search, recursion, loop, snippet, endpoint\
        """);
    QueryType math = QueryType.MATH_COMPUTATION;
    add(
        math,
        STRONG,
        """
        calculate, compute, integral, derivative, differentiate, equation, solve for, square root,
        factorial, eigenvalue, eigenvalues, matrix multiplication, polynomial, quadratic, logarithm,
        compound interest, greatest common divisor, prime factors, multiplied by, divided by\
        """);
    add(
        math,
        FAIR,
        """
        sum of, probability, percentage, percent of, how many, matrix, algebra, geometry, calculus,
        theorem, arithmetic, area of, volume of, average of, equals, plus, minus, times\
        """);
  }

  private void addReasoningAndAnalysis() {
    QueryType reasoning = QueryType.COMPLEX_REASONING;
    add(
        reasoning,
        STRONG,
        """
        step by step, trade-offs, tradeoffs, pros and cons, compare and contrast, prove that,
        implications, implications of, critically, evaluate the, root cause, design a system,
        reason through, think through, argue, ethical, strategy for, what would happen\
        """);
    add(
        reasoning,
        FAIR,
        """
        analyze, analyse, explain why, explain how, compare, evaluate, assess, justify, design,
        architecture, strategy, consequences, why does, why do, why did, hypothesis, logic, deduce,
        infer, plan, complex, impact of, causes of\
        """);
    add(reasoning, WEAK, "explain, why, discuss, consider, recommend, advantages, disadvantages");
    QueryType analysis = QueryType.DATA_ANALYSIS;
    add(
        analysis,
        STRONG,
        """
        dataset, data set, csv, spreadsheet, time series, correlation, regression, outliers,
        standard deviation, pivot table, data analysis, analyze the data, analyse the data,
        sales data, statistical, histogram, scatter plot, a/b test, churn\
        """);
    add(
        analysis,
        FAIR,
        """
        data, statistics, trend, trends, metrics, chart, graph, columns, rows, forecast, quarterly,
        distribution, median, mean, cluster, revenue, kpi, survey results\
        """);
  }

  private void addWritingAndLanguage() {
    QueryType writing = QueryType.CREATIVE_WRITING;
    add(
        writing,
        STRONG,
        """
        poem, haiku, sonnet, short story, story, lyrics, screenplay, fairy tale, limerick, novel,
        fiction, slogan, tagline, once upon, write a song, dialogue between, monologue\
        """);
    add(
        writing,
        FAIR,
        """
        creative, character, characters, imagine, narrative, plot, song, verse, blog post, essay,
        metaphor, fantasy, protagonist, joke, scene\
        """);
    QueryType summary = QueryType.SUMMARIZATION;
    add(
        summary,
        STRONG,
        """
        summarize, summarise, summary, tl;dr, tldr, key points, main points, in a nutshell, condense,
        key takeaways, executive summary, abstract of, give me the gist, main ideas\
        """);
    add(summary, FAIR, "shorten, brief overview, bullet points, recap, outline of, minutes of");
    QueryType translation = QueryType.TRANSLATION;
    add(
        translation,
        STRONG,
        """
        translate, translation, translated, into french, into german, into spanish, into english,
        to french, to german, to spanish, to english, into japanese, to japanese, into italian,
        to italian, into chinese, to chinese, how do you say, in french, in spanish, in german\
        """);
    add(
        translation,
        FAIR,
        "french, german, spanish, italian, japanese, chinese, portuguese, korean, russian, arabic");
  }

  private void addQuestions() {
    QueryType simple = QueryType.SIMPLE_QA;
    add(
        simple,
        FAIR,
        """
        what is, what are, what's, who is, who was, who wrote, when did, when was, where is,
        capital of, define, definition of, which country, what does, how old, how tall, how far,
        what year, what time, is it true, who invented, meaning of\
        """);
    add(simple, WEAK, "what, who, when, where, which");
  }
}
