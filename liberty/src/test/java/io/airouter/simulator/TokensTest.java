package io.airouter.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "abcd", "abcde", "😀😀😀😀😀", "été à la mer"})
  void tokensJoinToTheTextAndAreAsManyAsCounted(String text) {
    assertThat(String.join("", Tokens.split(text))).isEqualTo(text);
    assertThat(Tokens.split(text)).hasSize(Tokens.count(text));
  }
}
