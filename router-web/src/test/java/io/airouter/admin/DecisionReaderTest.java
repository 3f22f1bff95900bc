package io.airouter.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.airouter.admin.DecisionView.AttemptRow;
import io.airouter.admin.DecisionView.CandidateRow;
import jakarta.json.JsonException;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.Test;

class DecisionReaderTest {
  private final DecisionView decision = DecisionReader.read(Decisions.fallback().toString());

  @Test
  void theChosenCandidateIsMarkedAndTheOneLeftOutSaysWhy() {
    assertThat(decision.candidates()).extracting(CandidateRow::chosen).containsExactly(true, false);
    CandidateRow leftOut = decision.candidates().getLast();
    assertThat(leftOut.eligible()).isFalse();
    assertThat(leftOut.score()).isEqualTo(Figures.NONE);
    assertThat(leftOut.reason()).isEqualTo("no healthy endpoint");
  }

  @Test
  void scoresBecomeBarsOfTheirLength() {
    assertThat(decision.candidates().getFirst().bars())
        .extracting(DecisionView.ScoreBar::length)
        .containsExactly(100, 100, 0, 50);
  }

  @Test
  void failedCallsKeepTheirPlaceAndTheirStatus() {
    AttemptRow failed = decision.attempts().getFirst();
    assertThat(failed.succeeded()).isFalse();
    assertThat(failed.mark().word()).isEqualTo("Error status");
    assertThat(failed.status()).isEqualTo("HTTP 503");
    assertThat(decision.attempts().getLast().succeeded()).isTrue();
  }

  @Test
  void textsAreReadyToShow() {
    assertThat(decision.asked().at()).isEqualTo("23 Nov 19:36:05 UTC");
    assertThat(decision.asked().preferredModel()).isEqualTo("auto");
    assertThat(decision.analysis().type()).isEqualTo("code generation");
    assertThat(decision.timeOf("lisp")).isEqualTo("0.16 ms");
    assertThat(decision.timeOf("endpoint")).isEmpty();
  }

  @Test
  void aDecisionOfAnOlderVersionIsShownWithWhatItHas() {
    DecisionView old = DecisionReader.read(JsonValue.EMPTY_JSON_OBJECT);
    assertThat(old.candidates()).isEmpty();
    assertThat(old.selected()).isEmpty();
    assertThat(RoutePicture.of(old).nodes()).isNotEmpty();
    assertThat(RouteStory.of(old)).isNotEmpty();
  }

  @Test
  void whatIsNoJsonIsRefused() {
    assertThatThrownBy(() -> DecisionReader.read("{")).isInstanceOf(JsonException.class);
  }
}
