package io.airouter.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TablePageTest {
  private static final Map<String, Comparator<String>> COLUMNS =
      Map.of("name", Comparator.<String>naturalOrder());

  private static TableRequest asked(String... namesAndValues) {
    TreeMap<String, String> parameters = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      parameters.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new TableRequest(parameters, "name");
  }

  private static TablePage<String> page(List<String> rows, TableRequest asked) {
    return TablePage.of(rows, asked, COLUMNS, row -> row);
  }

  @Test
  void allWordsOfASearchMustStandInARowInAnyOrderAndCase() {
    List<String> rows = List.of("gpt-4 primary", "gpt-4 backup", "claude primary");
    assertThat(page(rows, asked("q", "PRIMARY gpt")).rows()).containsExactly("gpt-4 primary");
  }

  @Test
  void aMinusInFrontOfAColumnTurnsTheOrderRound() {
    List<String> rows = List.of("b", "c", "a");
    assertThat(page(rows, asked()).rows()).containsExactly("a", "b", "c");
    assertThat(page(rows, asked("sort", "-name")).rows()).containsExactly("c", "b", "a");
    assertThat(asked("sort", "name").sortLink("name")).isEqualTo("?sort=-name");
    assertThat(asked("sort", "-name").sortLink("name")).isEqualTo("?sort=name");
    assertThat(asked("sort", "-name").ariaSort("name")).isEqualTo("descending");
  }

  @Test
  void aColumnThatCannotBeSortedByLeavesTheRowsAsTheyAre() {
    assertThat(page(List.of("b", "a"), asked("sort", "nonsense")).rows()).containsExactly("b", "a");
  }

  @Test
  void aPagePastTheLastIsTheLast() {
    List<String> rows = IntStream.range(0, 120).mapToObj("%03d"::formatted).toList();
    TablePage<String> last = page(rows, asked("page", "99", "q", "0"));
    assertThat(last.hasNext()).isFalse();
    assertThat(last.last()).isEqualTo(last.total());
    TablePage<String> second = page(rows, asked("page", "2"));
    assertThat(second.first()).isEqualTo(51);
    assertThat(second.last()).isEqualTo(100);
    assertThat(second.nextLink()).isEqualTo("?page=3");
    assertThat(second.previousLink()).isEqualTo("?page=1");
  }

  @Test
  void anEmptyTableHasNoFirstRow() {
    TablePage<String> none = page(List.of(), asked());
    assertThat(none.isNone()).isTrue();
    assertThat(none.first()).isZero();
    assertThat(none.last()).isZero();
    assertThat(none.hasNext()).isFalse();
  }

  @Test
  void anotherFilterStartsAtItsFirstPageAndKeepsTheOthers() {
    assertThat(asked("page", "4", "model", "gpt 4").link("outcome", "a&b"))
        .isEqualTo("?model=gpt+4&outcome=a%26b");
    assertThat(asked("page", "-1").page()).isEqualTo(1);
    assertThat(asked("page", "2", "sort", "x").isFiltered()).isFalse();
  }
}
