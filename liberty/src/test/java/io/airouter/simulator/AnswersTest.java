package io.airouter.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTest {

  private static final FleetEntry WHO = Fleet.SEED.entries().getFirst();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "What is 2 + 2?                | 2+2 = 4.",
        "calculate 7 times (3 - 10)    | 7*(3-10) = -49.",
        "Compute 10 divided by 4.      | 10/4 = 2.5.",
        "What is 15% of 80?            | 15% of 80 is 12.",
        "1.5*4                         | 1.5*4 = 6.",
        "How much is 6 x 7, please?    | 6*7 = 42."
      })
  void simpleArithmeticIsComputed(String prompt, String answer) {
    assertThat(Answers.to(prompt, WHO)).endsWith(": " + answer);
  }

  @ParameterizedTest
  @CsvSource({"What is 1/0?", "What is (2 + 3?", "The meeting of 2026-11-05", "What is 5?"})
  void whatCannotBeComputedIsNotArithmetic(String prompt) {
    assertThat(Answers.to(prompt, WHO)).doesNotContain(" = ");
  }

  @Test
  void anAnswerSaysThatItIsSimulatedAndByWhom() {
    assertThat(Answers.to("Hello there", WHO))
        .startsWith("Simulated answer of gpt-4 at gpt-4-primary: ");
  }

  @Test
  void codeIsAnsweredInTheLanguageAskedFor() {
    assertThat(Answers.to("Write a Java function that sorts", WHO)).contains("```java");
    assertThat(Answers.to("Write a function that sorts", WHO)).contains("```python");
  }

  @Test
  void aSummaryPicksTheMostFrequentWords() {
    assertThat(Answers.to("Summarize: boats and rivers; rivers carry boats, rivers flow", WHO))
        .contains("about rivers, boats");
  }

  @Test
  void anEmptyPromptIsSaidToBeEmpty() {
    assertThat(Answers.to("  ", WHO)).contains("no text");
  }
}
