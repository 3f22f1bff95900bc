package io.airouter.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.airouter.model.Dialect;
import io.airouter.model.IpPrefix;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditFieldsTest {
  @Test
  void allThatIsWrongIsToldAtOnceUnderItsField() {
    EditFields fields =
        fields(
            "{'weight': 'x', 'part': {'flag': 1, 'typo': 2}, 'list': [{'name': 3}, 4], 'more': 5}");
    fields.whole("weight", 0, 100);
    fields.part("part").flag("flag");
    fields.list("list").forEach(element -> element.text("name"));
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(fields::close)
        .satisfies(
            e ->
                assertThat(
                        e.problem().members().getJsonArray("errors").getValuesAs(JsonObject.class))
                    .extracting(error -> error.getString("field"))
                    .containsExactly(
                        "weight", "part.flag", "list[1]", "list[0].name", "more", "part.typo"));
  }

  @Test
  void absentAndNullAreNothingButNullIsThere() {
    EditFields fields = fields("{'a': null}");
    assertThat(fields.text("a")).isEmpty();
    assertThat(fields.text("b")).isEmpty();
    assertThat(fields.has("a")).isTrue();
    assertThat(fields.isSaid("a")).isFalse();
    assertThat(fields.has("b")).isFalse();
    fields.close();
  }

  @Test
  void whatAnswersShowMayComeBack() {
    EditFields fields = fields("{'id': 'x', 'load': 0.5}").ignoring(Set.of("id", "load"));
    fields.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1.5", "101", "-1", "1e99999", "99999999999999999999", "'7'", "true", "[]"})
  void aWholeNumberIsWholeAndWithinItsBounds(String value) {
    EditFields fields = fields("{'n': " + value + "}");
    assertThat(fields.whole("n", 0, 100)).isEmpty();
    assertThatExceptionOfType(ProblemException.class).isThrownBy(fields::close);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.1", "1.01", "1e-500", "1e500", "'1'"})
  void anAmountIsBoundedInSizeAndDigits(String value) {
    EditFields fields = fields("{'n': " + value + "}");
    assertThat(fields.amount("n", BigDecimal.ONE)).isEmpty();
    assertThatExceptionOfType(ProblemException.class).isThrownBy(fields::close);
  }

  @Test
  void aWordIsOneOfThoseThatAreNamed() {
    EditFields fields = fields("{'dialect': 'latin'}");
    fields.word("dialect", Dialect::ofWord, Stream.of("openai", "ollama"));
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(fields::close)
        .withMessageContaining("'dialect' must be one of openai, ollama");
  }

  @Test
  void aListOfTextsRefusesWhatIsNone() {
    EditFields fields = fields("{'sources': ['10.1.0.0/16', 7, 'x']}");
    assertThat(fields.texts("sources", IpPrefix::parse, "a prefix")).hasSize(1);
    assertThatExceptionOfType(ProblemException.class).isThrownBy(fields::close);
  }

  private static EditFields fields(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json.replace('\'', '"')))) {
      return new EditFields(reader.readObject());
    }
  }
}
